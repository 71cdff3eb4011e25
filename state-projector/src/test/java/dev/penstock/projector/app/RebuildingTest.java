package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model is made anew beside a projector that goes on. */
class RebuildingTest {
    private static final int JOBS = 300;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Rig rig = Rig.fresh();

    @Test
    @DisplayName("The rebuilt rows are those of the log, readers notice nothing, and the projector goes on with them")
    void besideAProjector() throws Exception {
        List<EventMessage> events = events();
        rig.send(rig.kafka.topics().logs(), "r1.0", line());
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            keeper.start();
            rig.write(events);
            Rig.awaitCaughtUp(keeper, database, JOBS);
            Rig.await(() -> Rig.number(database, "SELECT count(*) FROM penstock_read.log_line") == 1);
            Map<String, List<String>> right = Dump.of(database);
            execute("UPDATE penstock_read.job SET status = 'FAILED', version = 99");
            execute("DELETE FROM penstock_read.statistic");
            // Older than what the topic keeps.
            execute("UPDATE penstock_read.log_line SET message = 'kept'");
            long generation = Rig.number(database, "SELECT hashtext(id::text) FROM penstock_read.generation");

            AtomicBoolean gap = new AtomicBoolean();
            AtomicBoolean done = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> read(done, gap));
            try {
                assertThat(rebuilding().run(lag -> {})).isTrue();
                Rig.await(() -> number("SELECT hashtext(id::text) FROM penstock_read.generation") != generation);
            } finally {
                done.set(true);
                reader.join();
            }
            assertThat(gap).as("a reader found no rows").isFalse();
            Rig.awaitCaughtUp(keeper, database, JOBS);
            assertThat(Dump.of(database)).isEqualTo(right);
            assertThat(number("SELECT count(*) FROM penstock_read.log_line WHERE message = 'kept'"))
                    .isEqualTo(1);
            assertThat(number(
                            "SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE 'penstock_read%'"))
                    .isEqualTo(1);

            rig.write(new Story("late.0").submitted("email.send", "mail").events());
            Rig.awaitCaughtUp(keeper, database, JOBS + 1);
        }
    }

    @Test
    void withoutASchemaThereIsNothingToReplace() {
        assertThatThrownBy(() -> rebuilding().run(lag -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no schema penstock_read: start a projector");
    }

    private Rebuilding rebuilding() {
        return new Rebuilding(rig.settings(database, folder), Blackout.never());
    }

    private void read(AtomicBoolean done, AtomicBoolean gap) {
        while (!done.get()) {
            if (Rig.number(database, "SELECT count(*) FROM penstock_read.job") < 1) {
                gap.set(true);
            }
        }
    }

    private long number(String sql) {
        return Rig.number(database, sql);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] line() {
        return Wire.write(new LogLine(new JobId("r1.0"), 1, 1, 0, 1, LogLine.Level.INFO, "w-1", "said", Instant.now()));
    }

    private static List<EventMessage> events() {
        List<EventMessage> events = new ArrayList<>();
        for (LogEntry entry : EventLog.random(7, 0, JOBS).entries()) {
            events.add(((LogEntry.Fact) entry).event());
        }
        return events;
    }
}
