package dev.penstock.projector.analyst.duck;

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

    /**
     * The statement alone, without what may stand behind it, such as a semicolon.
     *
     * @throws Refusal with a sentence that says what may be written
     */
    static String check(Connection connection, String sql) throws SQLException {
        JsonNode tree = tree(connection, sql);
        if (tree.path("error").asBoolean()) {
            String why = tree.path("error_message").asText();
            throw why.contains("Only SELECT")
                    ? new Refusal(
                            "Only SELECT is allowed here: one statement that reads the tables events, jobs and attempts.",
                            sql,
                            null)
                    : new Refusal("This is no SQL: " + why, sql, Complaint.position(tree.path("position")));
        }
        if (tree.path("statements").size() != 1) {
            throw new Refusal("One statement at a time.", sql, null);
        }
        functions(tree, sql);
        return sql.indexOf(';') < 0 ? sql : written(connection, tree);
    }

    /** The tree as text again. */
    private static String written(Connection connection, JsonNode tree) throws SQLException {
        return first(
                connection, "SELECT json_deserialize_sql('" + tree.toString().replace("'", "''") + "')");
    }

    private static JsonNode tree(Connection connection, String sql) throws SQLException {
        // A parameter is refused there, so the text is quoted.
        String json = first(connection, "SELECT json_serialize_sql('" + sql.replace("'", "''") + "')");
        try {
            return Wire.mapper().readTree(json);
        } catch (IOException e) {
            throw new SQLException("DuckDB's parser gave no JSON", e);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "{\"error\":true}";
        }
    }

    private static void functions(JsonNode node, String sql) {
        if (node.path("type").asText().equals("TABLE_FUNCTION")) {
            String name = node.path("function").path("function_name").asText();
            if (!TABLE_FUNCTIONS.contains(name)) {
                throw new Refusal(
                        "The function " + name
                                + " is not allowed behind FROM: SQL reads the tables events, jobs and attempts, and no files.",
                        sql,
                        Complaint.position(node.path("query_location")));
            }
        }
        node.forEach(child -> functions(child, sql));
    }
}
