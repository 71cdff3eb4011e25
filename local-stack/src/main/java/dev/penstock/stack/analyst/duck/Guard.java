package dev.penstock.stack.analyst.duck;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Lets one SELECT through and nothing else. The settings of {@link Question} shut files, network and extensions; this shuts what they
 * leave open, such as {@code enable_logging}, which reaches for the file system when it is too late to refuse. DuckDB's own parser
 * says what a text is, so comments, quotes and semicolons hide nothing.
 */
final class Guard {
    /** Functions that may stand behind FROM; all others read files, settings or the state of the engine. */
    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("range", "generate_series", "unnest", "json_each", "json_tree", "repeat");

    private Guard() {}

    /** @throws IllegalArgumentException with a sentence that says what may be written */
    static void check(Connection connection, String sql) throws SQLException {
        JsonNode tree = tree(connection, sql);
        if (tree.path("error").asBoolean()) {
            String why = tree.path("error_message").asText();
            throw new IllegalArgumentException(
                    why.contains("Only SELECT")
                            ? "Only SELECT is allowed here: one statement that reads the tables events, jobs and attempts."
                            : "This is no SQL: " + why);
        }
        if (tree.path("statements").size() != 1) {
            throw new IllegalArgumentException("One statement at a time.");
        }
        functions(tree);
    }

    private static JsonNode tree(Connection connection, String sql) throws SQLException {
        // A parameter is refused there, so the text is quoted.
        String quoted = "SELECT json_serialize_sql('" + sql.replace("'", "''") + "')";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(quoted)) {
            return Wire.mapper().readTree(row.next() ? row.getString(1) : "{\"error\":true}");
        } catch (IOException e) {
            throw new SQLException("DuckDB's parser gave no JSON", e);
        }
    }

    private static void functions(JsonNode node) {
        if (node.path("type").asText().equals("TABLE_FUNCTION")) {
            String name = node.path("function").path("function_name").asText();
            if (!TABLE_FUNCTIONS.contains(name)) {
                throw new IllegalArgumentException("The function " + name
                        + " is not allowed behind FROM: SQL reads the tables events, jobs and attempts, and no files.");
            }
        }
        node.forEach(Guard::functions);
    }
}
