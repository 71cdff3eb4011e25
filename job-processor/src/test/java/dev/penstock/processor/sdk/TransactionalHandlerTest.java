package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.Keys;
import dev.penstock.api.outbox.DoneRounds;
import dev.penstock.api.outbox.Outbox;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.process.ChildProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Jobs and a database in one transaction, with the real processor and the real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionalHandlerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private Path folder;
    private Rig rig;
    private JobClient client;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            DoneRounds.create(connection);
            new Outbox().create(connection);
            statement.execute("CREATE TABLE booking (what TEXT NOT NULL, who TEXT NOT NULL)");
        }
    }

    @AfterAll
    void close() {
        client.close();
        rig.close();
    }

    private JobWorker worker() {
        return JobWorker.builder(rig.kafka)
                .name("second")
                .actKey(rig.keys().act(Keys.WORKER))
                .handler(EndlessChore.class, BookingMain.booking(database, "second"))
                .start();
    }

    private List<String> bookings(String what) throws SQLException {
        List<String> who = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT who FROM booking WHERE what = '" + what + "'")) {
            while (rows.next()) {
                who.add(rows.getString(1));
            }
        }
        return who;
    }

    @Test
    @DisplayName(
            "S1.13: a worker dies between commit and report; the job runs again, changes nothing, and has the first result")
    void a_run_again_changes_nothing() throws Exception {
        ChildProcess doomed = BookingMain.start(rig, database, folder);
        JobHandle job = client.submit(NewJob.of(new EndlessChore("seat 7")).awaited());
        doomed.ended().get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        assertThat(doomed.exitCode()).isEqualTo(9);
        assertThat(bookings("seat 7")).containsExactly("doomed");
        try (JobWorker second = worker()) {
            assertThat(client.await(job, PATIENCE).result(String.class)).isEqualTo("booked by doomed");
            assertThat(second.busy()).isLessThanOrEqualTo(1);
        }
        assertThat(bookings("seat 7")).containsExactly("doomed");
    }

    @Test
    @DisplayName("S3.2, S3.4: a job that comes through the outbox and fails leaves nothing in the database")
    void a_failure_rolls_back() throws Exception {
        NewJob bad = NewJob.of(new EndlessChore("bad"));
        NewJob good = NewJob.of(new EndlessChore("good"));
        try (JobWorker second = worker();
                Connection connection = database.connect();
                OutboxRelay relay = new OutboxRelay(database::connect, new Outbox(), client).start()) {
            assertThat(second.isAlive()).isTrue();
            assertThat(client.submitAndAwait(bad, PATIENCE).status()).isEqualTo(Status.FAILED);
            assertThat(bookings("bad")).isEmpty();
            connection.setAutoCommit(false);
            new Outbox().enqueue(connection, good);
            connection.commit();
            relay.wake();
            Rig.await("the job of the outbox has run", () -> {
                try {
                    return bookings("good").size() == 1;
                } catch (SQLException e) {
                    return false;
                }
            });
        }
    }
}
