package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.projector.command.LogRun;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A log and the rows that a real projector has written of it, to be compared by {@code ./penstock log verify}. */
final class VerifyRig {
    static final int JOBS = 200;
    private static final String READER_PASSWORD = "may-only-look";

    final TestDatabase database = TestPostgres.shared().freshDatabase();
    final Rig rig;
    private final Path folder;
    private final Path password;

    VerifyRig(Path folder) throws IOException {
        this(folder, Rig.fresh());
    }

    VerifyRig(Path folder, Rig rig) throws IOException {
        this.folder = folder;
        this.rig = rig;
        this.password = Files.writeString(folder.resolve("password"), READER_PASSWORD + "\n");
    }

    ReadSideKeeper keeper() {
        return new ReadSideKeeper(rig.settings(database, folder), Blackout.never());
    }

    void projected(List<EventMessage> events) throws SQLException {
        projected(events, created(events));
    }

    /** Writes events and lets a projector take them in. */
    void projected(List<EventMessage> events, long created) throws SQLException {
        try (ReadSideKeeper keeper = keeper()) {
            keeper.start();
            rig.write(events);
            Rig.awaitCaughtUp(keeper, database, created);
        }
        reader();
    }

    LogRun verify(String... more) {
        return LogRun.of(
                rig.kafka,
                Stream.concat(Arrays.stream(database(database.jdbcUrl())), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    String[] database(String url) {
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
    void reader() throws SQLException {
        String role = database.user() + "_reader";
        execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role + "') THEN CREATE ROLE "
                + role + " LOGIN PASSWORD '" + READER_PASSWORD + "'; END IF; END $$");
        execute("GRANT USAGE ON SCHEMA penstock_read TO " + role);
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA penstock_read TO " + role);
    }

    String same(String table) {
        long rows = number(table);
        assertThat(rows).isPositive();
        return String.format(
                Locale.ROOT, "%s +%,d rows: %,d the same, 0 differ, 0 missing, 0 not of the log", table, rows, rows);
    }

    static String counts(JsonNode rows, int table) {
        JsonNode found = rows.path("tables").path(table);
        return "%s: %d differing, %d missing, %d extra"
                .formatted(
                        found.path("name").asText(),
                        found.path("differing").asInt(),
                        found.path("missing").asInt(),
                        found.path("extra").asInt());
    }

    long number(String table) {
        return Rig.number(database, "SELECT count(*) FROM penstock_read." + table);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long created(List<EventMessage> events) {
        return events.stream()
                .filter(event -> event.body() instanceof JobSubmitted)
                .count();
    }

    static List<EventMessage> events(long seed) {
        return EventLog.random(seed, 0, JOBS).entries().stream()
                .map(entry -> ((LogEntry.Fact) entry).event())
                .toList();
    }
}
