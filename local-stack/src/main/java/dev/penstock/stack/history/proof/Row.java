package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What somebody says of a job: status, version, attempts begun in all rounds. */
public record Row(String status, long version, long attempts) {
    /** There is no such job, or it was deleted. */
    static final Row NONE = new Row("nothing", 0, 0);

    static Row of(JsonNode job) {
        return new Row(
                job.path("status").asText(),
                job.path("version").asLong(),
                job.path("marks").path("attempts").asLong());
    }

    /** The rows of the table {@code job} by id. */
    public static Map<String, Row> table(Connection database) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT id, status, version, attempts FROM penstock_read.job")) {
            while (found.next()) {
                rows.put(found.getString(1), new Row(found.getString(2), found.getLong(3), found.getLong(4)));
            }
        }
        return rows;
    }

    @Override
    public String toString() {
        return status + " version " + version + " after " + attempts + " attempts";
    }
}
