package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.project.Changes;
import dev.penstock.projector.sink.ReadModel;
import dev.penstock.projector.store.Generation;
import dev.penstock.projector.store.PostgresReadModel;
import dev.penstock.projector.store.WriteMeter;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read model is made anew beside a projector that goes on. */
class RebuildingTest {
    private static final int JOBS = 300;
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            + " AND (database = (SELECT oid FROM pg_database WHERE datname = current_database()) OR database IS NULL)";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Rig rig = Rig.fresh();

    @Test
    @DisplayName("The rebuilt rows are those of the log, readers notice nothing, and the projector goes on with them")
    void besideAProjector() throws Exception {
        List<EventMessage> events = events();
        rig.send(rig.kafka.topics().logs(), "r1.0", line());
        try (ReadSideKeeper keeper = keeper()) {
            rig.write(events);
            Rig.awaitCaughtUp(keeper, database, JOBS);
            Rig.await(() -> Rig.number(database, "SELECT count(*) FROM penstock_read.log_line") == 1);
            Map<String, List<String>> right = Dump.of(database);
            execute("UPDATE penstock_read.job SET status = 'FAILED', version = 99");
            execute("DELETE FROM penstock_read.statistic");
            // Older than what the topic keeps.
            execute("UPDATE penstock_read.log_line SET message = 'kept'");
            Map<String, Long> published = published();
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

            assertThat(published()).as("records that are old news").isEqualTo(published);

            rig.write(new Story("late.0").submitted("email.send", "mail").events());
            Rig.awaitCaughtUp(keeper, database, JOBS + 1);
        }
    }

    @Test
    void whatTheRebuildWasTheFirstToFoldIsPublishedByTheProjectorAfterIt() throws Exception {
        rig.write(new Story("r1.0").submitted("email.send", "mail").events());
        try (ReadSideKeeper keeper = keeper()) {
            Rig.awaitCaughtUp(keeper, database, 1);
        }
        rig.write(new Story("late.0").submitted("email.send", "mail").events());
        assertThat(rebuilding().run(lag -> {})).isTrue();
        String state = rig.kafka.topics().state();
        assertThat(rig.compacted(state)).containsOnlyKeys("r1.0");
        try (ReadSideKeeper keeper = keeper()) {
            Rig.awaitCaughtUp(keeper, database, 2);
            Rig.await(() -> rig.compacted(state).containsKey("late.0"));
        }
    }

    @Test
    @DisplayName(
            "A writer under way when the names change ends in its schema; one that waits finds another and begins again")
    void besideAWriter() throws Exception {
        try (ReadSideKeeper keeper = keeper()) {
            rig.write(events());
            Rig.awaitCaughtUp(keeper, database, JOBS);
        }
        DataSource source = Dump.source(database);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                PostgresReadModel waiting = new PostgresReadModel(
                        source, rig.kafka.topics().events(), Generation.of(source), WriteMeter.NONE);
                Connection writer = source.getConnection();
                Statement statement = writer.createStatement()) {
            long at = waiting.next(Set.of(0)).getOrDefault(0, 0L);
            writer.setAutoCommit(false);
            statement.execute("UPDATE sink_offset SET next = next");
            Future<Boolean> rebuilt = threads.submit(() -> rebuilding().run(lag -> {}));
            Rig.await(() -> number(WAITING) == 1);
            Future<?> refused = threads.submit(() -> {
                ReadModel.Part nothing = new ReadModel.Part(0, at, at, null, new Changes(), List.of());
                while (!done.get() && waiting.write(List.of(nothing), false)) {
                    // The old schema is there still: once more.
                }
            });
            Rig.await(() -> number(WAITING) == 2 || refused.isDone());
            statement.execute("UPDATE job SET queue = 'elsewhere'");
            writer.commit();
            assertThat(rebuilt.get()).isTrue();
            assertThat(number("SELECT count(*) FROM penstock_read.job WHERE queue = 'elsewhere'"))
                    .as("written into a schema whose offset was not moved")
                    .isZero();
            refused.get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> waiting.next(Set.of(0))).isInstanceOf(ReadModel.GenerationGone.class);
        } finally {
            done.set(true);
        }
    }

    @Test
    void withoutASchemaThereIsNothingToReplace() {
        assertThatThrownBy(() -> rebuilding().run(lag -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no schema penstock_read: start a projector");
    }

    private ReadSideKeeper keeper() {
        ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never());
        keeper.start();
        return keeper;
    }

    /** How many records lie in each topic that a projector writes. */
    private Map<String, Long> published() {
        Map<String, Long> records = new TreeMap<>();
        try (Consumer<String, byte[]> consumer = rig.kafka.consumer(Map.of())) {
            for (String topic :
                    List.of(rig.kafka.topics().state(), rig.kafka.topics().deadLetter())) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
                long ends = consumer.endOffsets(partitions).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                records.put(topic, ends);
            }
        }
        return records;
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
