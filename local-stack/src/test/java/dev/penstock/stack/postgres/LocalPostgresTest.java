package dev.penstock.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    Path folder;

    @Test
    void rowsOutliveAKillAndAStopAndANewStart() throws Exception {
        PostgresOptions options = PostgresOptions.in(folder);
        try (LocalPostgres postgres = LocalPostgres.start(options)) {
            postgres.ensureRole("keeper", "secret'quoted");
            postgres.ensureRole("keeper", "secret'quoted");
            postgres.ensureDatabase("kept", "keeper");
            postgres.ensureDatabase("kept", "keeper");
            try (Connection connection = keeper(postgres)) {
                connection.createStatement().execute("CREATE TABLE note AS SELECT 7 AS number");
            }
            postgres.kill();
            postgres.restart();
            assertThat(number(postgres)).isEqualTo(7);
        }
        try (LocalPostgres again = LocalPostgres.start(options)) {
            assertThat(number(again)).isEqualTo(7);
            thereIsPgTrgm(again);
            onlyLoopbackListens(again);
            nobodyComesInWithoutThePassword(again);
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("postgres/superuser.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static void thereIsPgTrgm(LocalPostgres postgres) {
        postgres.execute("kept", "CREATE EXTENSION pg_trgm");
    }

    private static void onlyLoopbackListens(LocalPostgres postgres) throws SQLException {
        try (Connection connection = postgres.superuser("postgres");
                var rows = connection.createStatement().executeQuery("SHOW listen_addresses")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("127.0.0.1");
        }
    }

    private static void nobodyComesInWithoutThePassword(LocalPostgres postgres) {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("kept"), "postgres", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static Connection keeper(LocalPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("kept"), "keeper", "secret'quoted");
    }

    private static int number(LocalPostgres postgres) throws SQLException {
        try (Connection connection = keeper(postgres);
                var rows = connection.createStatement().executeQuery("SELECT number FROM note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
