package dev.penstock.stack.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.postgres.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
    @TempDir
    Path folder;

    @Test
    void theUiReadsWhatTheProjectorMakesAlsoAfterARebuildAndChangesNothingOfIt() throws SQLException {
        try (LocalPostgres postgres = TestPostgres.ownServer(folder)) {
            Map<String, String> settings = Databases.prepare(postgres, new DataFolder(folder));
            assertThat(Databases.prepare(postgres, new DataFolder(folder))).isEqualTo(settings);
            try (Connection projector = connect(settings, "read-db");
                    Connection ui = connect(settings, "ui-db");
                    Connection demo = connect(settings, "demo.database")) {
                execute(projector, "CREATE SCHEMA penstock_read", "CREATE TABLE penstock_read.job AS SELECT 1 AS id");
                execute(projector, "DROP SCHEMA penstock_read CASCADE");
                execute(projector, "CREATE SCHEMA penstock_read", "CREATE TABLE penstock_read.job AS SELECT 2 AS id");

                execute(ui, "SELECT id FROM penstock_read.job", "CREATE TABLE penstock_ui.view (id int)");
                assertThatThrownBy(() -> execute(ui, "DELETE FROM penstock_read.job"))
                        .hasMessageContaining("permission denied");
                execute(demo, "CREATE TABLE penstock_demo.account (id int)");
                assertThatThrownBy(() -> execute(demo, "SELECT id FROM penstock_read.job"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> execute(projector, "SELECT * FROM penstock_ui.view"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static Connection connect(Map<String, String> settings, String which) throws SQLException {
        String prefix = "penstock." + which + ".";
        return DriverManager.getConnection(
                settings.get(prefix + "url"), settings.get(prefix + "user"), settings.get(prefix + "password"));
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
