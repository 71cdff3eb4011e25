package dev.penstock.processor.sdk;

import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.outbox.TransactionalHandler;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.JavaProgram;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker that does its work in a database, and whose process dies between the commit and the report. */
public final class BookingMain {
    private BookingMain() {}

    public static void main(String[] args) throws Exception {
        TestDatabase database = new TestDatabase(args[3], args[4], args[5]);
        JobWorker.builder(Kafka.at(args[0]).prefix(args[1]))
                .name("doomed")
                .actKey(new KeysFile(Path.of(args[2])).read().act(Keys.WORKER))
                .around((context, next) -> {
                    next.run();
                    Runtime.getRuntime().halt(9);
                    return null;
                })
                .handler(EndlessChore.class, booking(database, "doomed"))
                .start();
        new CountDownLatch(1).await();
    }

    /** Writes down who has booked what. */
    static TransactionalHandler<EndlessChore> booking(TestDatabase database, String who) {
        return new TransactionalHandler<>(database::connect, (connection, chore, context) -> {
            book(connection, chore.what(), who);
            if (chore.what().equals("bad")) {
                throw new IllegalArgumentException("this cannot be booked");
            }
            return "booked by " + who;
        });
    }

    private static void book(Connection connection, String what, String who) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO booking (what, who) VALUES (?, ?)")) {
            insert.setString(1, what);
            insert.setString(2, who);
            insert.executeUpdate();
        }
    }

    static ChildProcess start(Rig rig, TestDatabase database, Path folder) {
        return rig.opened(ChildProcess.start(new JavaProgram(
                        BookingMain.class.getName(),
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                        List.of(
                                rig.kafka.properties().get("bootstrap.servers"),
                                rig.kafka.topics().prefix(),
                                rig.keysFile().toString(),
                                database.jdbcUrl(),
                                database.user(),
                                database.password()))
                .command("booking", folder.resolve("booking.log"))));
    }
}
