package dev.penstock.projector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobSpec;
import dev.penstock.projector.sink.Outbox;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class PostgresReadModelTest {
    private final TestDatabase database = migrated();

    private static TestDatabase migrated() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        ReadSchema.migrate(Dump.source(database), ReadSchema.Reader.EXISTING);
        return database;
    }

    @Test
    @DisplayName("B4: two instances that read the same partition leave the rows of one")
    void twoInstances() throws SQLException {
        TestDatabase alone = migrated();
        EventLog log = EventLog.random(11, 0, 400);
        feed(sink(alone), log.entries(), 100_000);

        Sink a = sink(database);
        Sink b = sink(database);
        List<LogEntry> entries = log.entries();
        entries.subList(0, 500).forEach(entry -> a.add(0, entry, 0));
        feed(b, entries.subList(0, 700), 97);
        a.write(true);
        feed(a, entries.subList(500, entries.size()), 31);
        feed(b, entries.subList(700, entries.size()), 211);
        assertThat(Dump.of(database)).isEqualTo(Dump.of(alone));
    }

    @Test
    @DisplayName("S1.34: what workers and users did is counted by the minute and by the hour, and both count the same")
    void tallies() throws SQLException {
        feed(sink(database), EventLog.random(7, 0, 300).entries(), 50);
        String both =
                "SELECT date_trunc('hour', %1$s, 'UTC'), kind, name, log_partition, sum(begun), sum(completed), sum(failed),"
                        + " sum(took_ms) FROM penstock_read.%2$s GROUP BY 1, 2, 3, 4";
        String hours = both.formatted("hour", "tally");
        String minutes = both.formatted("minute", "tally_minute");
        assertThat(Dump.number(database, "SELECT count(*) FROM (" + hours + " EXCEPT " + minutes + ") d"))
                .isZero();
        assertThat(Dump.number(database, "SELECT count(*) FROM (" + minutes + " EXCEPT " + hours + ") d"))
                .isZero();
        assertThat(Dump.number(database, "SELECT count(*) FROM penstock_read.tally_minute"))
                .isGreaterThan(Dump.number(database, "SELECT count(*) FROM penstock_read.tally"));
    }

    @Test
    @DisplayName("C12: the counters equal a count of the rows, and statistics sum up to them")
    void sums() throws SQLException {
        feed(sink(database), EventLog.random(5, 0, 300).entries(), 50);
        for (String column : List.of("queue", "type", "status")) {
            assertThat(Dump.number(
                            database,
                            "SELECT count(*) FROM (SELECT " + column + ", sum(jobs) FROM penstock_read.job_count"
                                    + " GROUP BY 1 HAVING sum(jobs) > 0 EXCEPT SELECT " + column
                                    + ", count(*) FROM penstock_read.job GROUP BY 1) d"))
                    .as(column)
                    .isZero();
        }
        assertThat(Dump.number(database, "SELECT sum(created) - sum(deleted) FROM penstock_read.statistic"))
                .isEqualTo(Dump.number(database, "SELECT count(*) FROM penstock_read.job"))
                .isEqualTo(Dump.number(database, "SELECT sum(jobs) FROM penstock_read.job_count"));
        assertThat(Dump.number(database, "SELECT sum(net_failed) FROM penstock_read.statistic"))
                .isEqualTo(Dump.number(database, "SELECT count(*) FROM penstock_read.job WHERE status = 'FAILED'"));
        assertThat(Dump.number(database, "SELECT sum(retried) FROM penstock_read.statistic"))
                .isGreaterThan(0);
    }

    @Test
    void text_that_postgresql_cannot_hold_stops_nothing() throws SQLException {
        EventLog log = EventLog.of(
                new Story("r1.0").submitted(Story.spec("t", "q", "{\"a\":\"\\u0000\",\"n\":1e999999}", null)),
                new Story("r2.0").submitted("t", "q").started("w\0\t\n\\1").failed("nul \0 and \ud800 alone"),
                new Story("r3.0").submitted("t", "q"),
                new Story("r4.0").submitted(unstorable()));
        Sink sink = sink(database);
        feed(sink, log.entries(), 100);
        Outbox.Contents told = sink.take(0);
        assertThat(Dump.number(
                        database,
                        "SELECT count(*) FROM penstock_read.job WHERE id IN ('r1.0', 'r2.0', 'r3.0', 'r4.0')"))
                .isEqualTo(4);
        assertThat(told.letters().size()).isLessThanOrEqualTo(1);
        assertThat(
                        Dump.number(
                                database,
                                "SELECT count(*) FROM penstock_read.job WHERE id = 'r4.0' AND run_by = 'ana \uFFFD'"
                                        + " AND tags = '{\uFFFDa,\uFFFD}' AND metadata = '{\"name \uFFFD\": \"value \uFFFD, 😀\"}'"))
                .isEqualTo(1);
    }

    /** Half characters and the character 0 wherever a producer can put them. */
    private static JobSpec unstorable() {
        JobSpec plain = Story.spec("t", "q", "{\"a\":\"\\ud800\"}", "key \udc00");
        return new JobSpec(
                plain.type(),
                1,
                plain.payload(),
                plain.queue(),
                plain.priority(),
                plain.idempotencyKey(),
                null,
                null,
                null,
                "ana \ud83d",
                plain.origin(),
                "ben \ude00\ud83d",
                "instance \0",
                "batch \udfff",
                List.of("\ude00a", "\0"),
                Map.of("name \ud800", "value \udc00, 😀"),
                List.of(new JobSpec.Link("rel \ud800", "title \0", "href \udc00")),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                null);
    }

    @Test
    void a_job_that_left_memory_is_looked_up_whole() throws SQLException {
        Story story = new Story("r1.0")
                .submitted(Story.spec("t", "q", "{\"big\":\"" + "x".repeat(100_000) + "\"}", "key"))
                .started("w-1")
                .progress(1);
        feed(sink(database), EventLog.of(story).entries(), 1);
        story.progress(2)
                .failed("no")
                .exhausted()
                .requeued("ana")
                .dispatched()
                .started("w-2")
                .completed();
        TestDatabase alone = migrated();
        feed(sink(database), EventLog.of(story).entries(), 1);
        feed(sink(alone), EventLog.of(story).entries(), 1_000);
        assertThat(Dump.of(database)).isEqualTo(Dump.of(alone));
        assertThat(Dump.number(database, "SELECT length(payload) FROM penstock_read.job"))
                .isGreaterThan(100_000);
    }

    @Test
    @DisplayName("B5: the outcome of a command is found by the command's id")
    void readYourWrites() throws SQLException {
        feed(
                sink(database),
                EventLog.of(new Story("r1.0").refused("c-42", "no such job")).entries(),
                10);
        assertThat(Dump.number(database, "SELECT count(*) FROM penstock_read.history WHERE command = 'c-42' AND asked"))
                .isEqualTo(1);
    }

    @Test
    void listeners_hear_of_each_batch_once() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN penstock_changed");
            feed(
                    sink(database),
                    EventLog.of(new Story("r1.0").submitted("t", "q").started("w"))
                            .entries(),
                    10);
            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(heard).hasSize(1);
            assertThat(heard[0].getParameter()).contains("\"r1.0\"").contains("\"history\"");
        }
    }

    @Test
    void every_column_of_a_job_is_filled_by_the_projector() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM information_schema.columns"
                        + " WHERE table_schema = 'penstock_read' AND table_name = 'job'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(dev.penstock.projector.table.JobTable.columns());
        }
    }

    private static Sink sink(TestDatabase database) {
        var source = Dump.source(database);
        var model = new PostgresReadModel(source, "events", Generation.of(source), WriteMeter.NONE);
        Sink sink = new Sink(
                "events", new PatientReadModel(model, WriteMeter.NONE, new CountDownLatch(1)), Sink.Limits.DEFAULT);
        sink.open(0);
        return sink;
    }

    private static void feed(Sink sink, List<LogEntry> entries, int batch) {
        int size = 0;
        for (LogEntry entry : entries) {
            sink.add(0, entry, 0);
            if (++size % batch == 0) {
                sink.write(false);
            }
        }
        sink.write(true);
    }
}
