package dev.penstock.processor.handlers.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.DemoDatabase;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {
    @TempDir
    Path tables;

    private Supplier<DataSource> database;
    private ComputeSegmentHandler computing;
    private RecalculateSegmentsHandler recalculating;

    @BeforeEach
    void make() throws Exception {
        TestDatabase own = TestPostgres.shared().freshDatabase();
        try (Connection connection = own.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + DemoDatabase.SCHEMA);
        }
        database = DemoDatabase.at(own.jdbcUrl(), own.user(), own.password());
        computing = new ComputeSegmentHandler(database);
        recalculating = new RecalculateSegmentsHandler(tables, database);
        table(
                account("A-000001", "DE", "enterprise", 200, "2019-05-01"),
                account("A-000002", "US", "free", 1, "2025-01-01"));
    }

    @Test
    @DisplayName(
            "S1.3, S1.27: the accounts of a table are taken in and get their memberships; a second run changes nothing (S1.13)")
    void recalculates() throws Exception {
        RecalculateSegmentsHandler.Recalculated first = recalculated();
        assertThat(first).isEqualTo(new RecalculateSegmentsHandler.Recalculated(2, 4, 0));
        assertThat(memberships())
                .containsExactly("enterprise A-000001", "europe A-000001", "large-teams A-000001", "veterans A-000001");
        assertThat(recalculated()).isEqualTo(new RecalculateSegmentsHandler.Recalculated(2, 0, 0));

        table(account("A-000001", "US", "enterprise", 5, "2019-05-01"));

        assertThat(recalculated()).isEqualTo(new RecalculateSegmentsHandler.Recalculated(1, 0, 2));
        assertThat(memberships()).containsExactly("enterprise A-000001", "veterans A-000001");
    }

    @Test
    @DisplayName("S1.3, S1.27: a segment is computed anew: who belongs comes in, who does not leaves")
    void computes() throws Exception {
        recalculated();
        try (Connection connection = database.get().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE account SET country = 'US' WHERE id = 'A-000001'");
            statement.execute("UPDATE account SET country = 'FR' WHERE id = 'A-000002'");
        }
        HandlerRun run = new HandlerKit().run(computing, new ComputeSegment("europe"));

        assertThat(run.result(ComputeSegmentHandler.Computed.class))
                .isEqualTo(new ComputeSegmentHandler.Computed("europe", 1, 1, 1));
        assertThat(memberships()).contains("europe A-000002").doesNotContain("europe A-000001");
    }

    @Test
    @DisplayName("A row that is no account fails the job for good, and nothing of its table is taken in")
    void allOrNothing() throws Exception {
        table(account("A-000003", "DE", "team", 100, "2019-05-01"), "{\"id\":\"A-000004\"}");

        HandlerRun run = new HandlerKit().run(recalculating, new RecalculateSegments("accounts"));

        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message()).contains("accounts.ndjson holds a row that is no account");
        assertThat(memberships()).isEmpty();
    }

    @Test
    @DisplayName(
            "A table that is not there yet, or a database that is away, is a transient failure; an unknown segment a permanent one")
    void failures() {
        assertThat(new HandlerKit()
                        .run(recalculating, new RecalculateSegments("later"))
                        .isTransient())
                .isTrue();
        HandlerRun away = new HandlerKit()
                .run(
                        new ComputeSegmentHandler(DemoDatabase.at("jdbc:postgresql://127.0.0.1:1/none", "a", "b")),
                        new ComputeSegment("europe"));
        assertThat(away.isTransient()).isTrue();
        assertThat(away.failure().message()).contains("The demo's database does not answer");
        HandlerRun unknown = new HandlerKit().run(computing, new ComputeSegment("x' OR 'x'='x"));
        assertThat(unknown.isTransient()).isFalse();
        assertThat(unknown.failure().message()).contains("there are [big-spenders, enterprise");
    }

    private RecalculateSegmentsHandler.Recalculated recalculated() {
        return new HandlerKit()
                .run(recalculating, new RecalculateSegments("accounts"))
                .result(RecalculateSegmentsHandler.Recalculated.class);
    }

    private List<String> memberships() throws Exception {
        List<String> found = new ArrayList<>();
        new HandlerKit().run(computing, new ComputeSegment("enterprise"));
        try (Connection connection = database.get().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT segment, account FROM membership ORDER BY segment, account")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }

    private void table(String... rows) throws IOException {
        Files.writeString(tables.resolve("accounts.ndjson"), String.join("\n", rows) + "\n");
    }

    private static String account(String id, String country, String plan, int seats, String since) {
        return "{\"id\":\"%s\",\"country\":\"%s\",\"plan\":\"%s\",\"seats\":%d,\"cents\":100,\"since\":\"%s\"}"
                .formatted(id, country, plan, seats, since);
    }
}
