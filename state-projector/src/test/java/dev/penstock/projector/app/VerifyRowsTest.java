package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.projector.command.LogRun;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./penstock log verify} compares with the rows that a real projector has written into a real PostgreSQL. */
class VerifyRowsTest {
    private static final int JOBS = 200;
    private static final String READER_PASSWORD = "may-only-look";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Rig rig = Rig.fresh();
    private Path password;

    @BeforeEach
    void password() throws Exception {
        password = Files.writeString(folder.resolve("password"), READER_PASSWORD + "\n");
    }

    @Test
    @DisplayName("Rows that follow from the log pass, read by a role that may do nothing but SELECT")
    void whatFollowsFromTheLogPasses() throws Exception {
        projected(events(11));
        LogRun run = verify();
        assertThat(run.err()).doesNotContain("PostgreSQL was not compared");
        assertThat(run.out())
                .contains("%d jobs: %d the same in jobs.state".formatted(number("job"), number("job")))
                .containsPattern("PostgreSQL as of 0:\\d+ 1:\\d+ 2:\\d+; 0 of what was compared has gone on since")
                .containsPattern(same("job"))
                .containsPattern(same("attempt"))
                .containsPattern(same("history"));
        assertThat(number("history")).isGreaterThan(2 * JOBS);
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    @DisplayName("Each row that was changed, lost or made up is counted and named")
    void plantedDifferencesAreFound() throws Exception {
        projected(events(12));
        execute("UPDATE penstock_read.job SET queue = 'elsewhere', took_ms = 7 WHERE id ="
                + " (SELECT min(id) FROM penstock_read.job)");
        execute("INSERT INTO penstock_read.job SELECT (jsonb_populate_record(j, '{\"id\":\"ghost.0\"}')).*"
                + " FROM penstock_read.job j LIMIT 1");
        execute("DELETE FROM penstock_read.attempt WHERE (job, lease) ="
                + " (SELECT job, lease FROM penstock_read.attempt ORDER BY job, lease LIMIT 1)");
        execute("UPDATE penstock_read.history SET reason = 'never said' WHERE (key, log_offset) IN"
                + " (SELECT key, log_offset FROM penstock_read.history ORDER BY key, log_offset LIMIT 2)");
        LogRun run = verify("--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode rows = run.json().path("postgres");
        assertThat(run.json().path("differences").asInt()).as("of jobs.state").isZero();
        assertThat(counts(rows, 0)).isEqualTo("job: 1 differing, 0 missing, 1 extra");
        assertThat(counts(rows, 1)).isEqualTo("attempt: 0 differing, 1 missing, 0 extra");
        assertThat(counts(rows, 2)).isEqualTo("history: 2 differing, 0 missing, 0 extra");
        assertThat(rows.path("first").toString())
                .contains("PostgreSQL says \\\"elsewhere\\\"")
                .contains("took_ms: the log says")
                .contains("job ghost.0")
                .contains("which does not follow from the log")
                .contains("the row is missing in PostgreSQL")
                .contains("reason: PostgreSQL says \\\"never said\\\"");
    }

    @Test
    @DisplayName("It holds at every moment while events come and the projector writes")
    void whileTheSystemWorks() throws Exception {
        List<EventMessage> all = events(13);
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            keeper.start();
            rig.write(all.subList(0, all.size() / 2));
            Rig.awaitCaughtUp(keeper, database, created(all.subList(0, all.size() / 2)));
            reader();
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = all.size() / 2; i < all.size() && !done.get(); i++) {
                    rig.write(List.of(all.get(i)), 1);
                }
                done.set(true);
            });
            int runs = 0;
            do {
                LogRun run = verify();
                assertThat(run.code()).as(run.out() + run.err()).isZero();
                assertThat(run.out()).contains("history");
                runs++;
            } while (!done.get() && runs < 5);
            done.set(true);
            writer.join();
        }
    }

    @Test
    @DisplayName("--from and --to compare the jobs that have an event there, and no others")
    void aStretch() throws Exception {
        List<EventMessage> old = events(14);
        List<EventMessage> all = new ArrayList<>(old);
        projected(old);
        String before = verify().out().replaceAll("(?s).*PostgreSQL as of ([^;]*);.*", "$1");
        all.addAll(new Story("late.0").submitted("email.send", "mail").events());
        projected(all.subList(old.size(), all.size()), created(all));
        execute("UPDATE penstock_read.job SET queue = 'elsewhere' WHERE id = (SELECT max(id) FROM penstock_read.job)");
        assertThat(verify().code()).isEqualTo(1);
        LogRun late = verify("--from", before);
        assertThat(late.code()).as(late.out()).isZero();
        assertThat(late.out()).contains(" 1 jobs: 1 the same").containsPattern("job +1 rows: 1 the same");
        LogRun early = verify("--to", before);
        assertThat(early.code()).as(early.out()).isEqualTo(1);
        assertThat(early.out()).contains("queue: the log says");
    }

    @Test
    @DisplayName(
            "Rows that are behind are a difference; another log's rows, and a database that is named and away, are a refusal")
    void behindForeignOrAway() throws Exception {
        projected(events(15));
        rig.write(
                new Story("late.0").submitted("email.send", "mail").started("w").events());
        LogRun behind = verify("--wait", "1s");
        assertThat(behind.code()).isEqualTo(1);
        assertThat(behind.out())
                .contains("it is behind: it still lacks 2 events")
                .containsPattern(same("job"))
                .contains("1 of what was compared has gone on since");

        Rig other = Rig.fresh();
        other.write(new Story("r1.0").submitted("email.send", "mail").events());
        LogRun foreign = LogRun.of(other.kafka, database(database.jdbcUrl()));
        assertThat(foreign.code()).isEqualTo(2);
        assertThat(foreign.err())
                .contains("has no rows of the log " + other.kafka.topics().events());

        LogRun away = LogRun.of(rig.kafka, database("jdbc:postgresql://127.0.0.1:1/none"));
        assertThat(away.code()).isEqualTo(2);
        assertThat(away.err()).contains("PostgreSQL cannot be compared");

        LogRun without = LogRun.of(rig.kafka, "verify", "--no-database", "--wait", "1s");
        assertThat(without.err()).contains("PostgreSQL was not compared: --no-database was given.");
        assertThat(without.out()).doesNotContain("PostgreSQL");
    }

    private void projected(List<EventMessage> events) throws SQLException {
        projected(events, created(events));
    }

    /** Writes events and lets a projector take them in. */
    private void projected(List<EventMessage> events, long created) throws SQLException {
        try (ReadSideKeeper keeper = new ReadSideKeeper(rig.settings(database, folder), Blackout.never())) {
            keeper.start();
            rig.write(events);
            Rig.awaitCaughtUp(keeper, database, created);
        }
        reader();
    }

    private LogRun verify(String... more) {
        return LogRun.of(
                rig.kafka,
                Stream.concat(Arrays.stream(database(database.jdbcUrl())), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private String[] database(String url) {
        return new String[] {
            "verify",
            "--database",
            url,
            "--database-user",
            database.user() + "_reader",
            "--database-password-file",
            password.toString()
        };
    }

    /** A role that may do nothing but read the read model. */
    private void reader() throws SQLException {
        String role = database.user() + "_reader";
        execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role + "') THEN CREATE ROLE "
                + role + " LOGIN PASSWORD '" + READER_PASSWORD + "'; END IF; END $$");
        execute("GRANT USAGE ON SCHEMA penstock_read TO " + role);
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA penstock_read TO " + role);
    }

    private String same(String table) {
        long rows = number(table);
        assertThat(rows).isPositive();
        return String.format(
                Locale.ROOT, "%s +%,d rows: %,d the same, 0 differ, 0 missing, 0 not of the log", table, rows, rows);
    }

    private static String counts(JsonNode rows, int table) {
        JsonNode found = rows.path("tables").path(table);
        return "%s: %d differing, %d missing, %d extra"
                .formatted(
                        found.path("name").asText(),
                        found.path("differing").asInt(),
                        found.path("missing").asInt(),
                        found.path("extra").asInt());
    }

    private long number(String table) {
        return Rig.number(database, "SELECT count(*) FROM penstock_read." + table);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long created(List<EventMessage> events) {
        return events.stream()
                .filter(event -> event.body() instanceof JobSubmitted)
                .count();
    }

    private static List<EventMessage> events(long seed) {
        return EventLog.random(seed, 0, JOBS).entries().stream()
                .map(entry -> ((LogEntry.Fact) entry).event())
                .toList();
    }
}
