package dev.penstock.projector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ReadSchemaTest {
    private final TestDatabase database = TestPostgres.shared().freshDatabase();

    @Test
    void the_reader_sees_every_table_and_can_change_none() throws SQLException {
        String role = database.user() + "_reader";
        ReadSchema.Reader reader = new ReadSchema.Reader(role, true, "secret");
        ReadSchema.migrate(source(), reader);
        ReadSchema.migrate(source(), reader);
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, "secret");
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO penstock_read");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT count(*) FROM job, attempt, history, statistic, job_count, freshness_now")) {
                assertThat(rows.next()).isTrue();
            }
            assertThatThrownBy(() -> statement.execute("DELETE FROM job")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_schema_made_anew_is_another_generation() throws SQLException {
        ReadSchema.migrate(source(), ReadSchema.Reader.EXISTING);
        String first = generation();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA penstock_read CASCADE");
        }
        ReadSchema.migrate(source(), ReadSchema.Reader.EXISTING);
        assertThat(generation()).isNotEqualTo(first);
    }

    private String generation() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM penstock_read.generation")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
