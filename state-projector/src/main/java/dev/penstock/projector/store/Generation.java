package dev.penstock.projector.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** Which life of the schema this is: made by its first migration. */
public final class Generation {
    private Generation() {}

    /** The present one. */
    public static UUID of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM generation")) {
            if (row.next()) {
                return row.getObject(1, UUID.class);
            }
            throw new IllegalStateException(
                    "The table " + ReadSchema.NAME + ".generation is empty: drop the schema and start again");
        } catch (SQLException e) {
            throw DatabaseAway.meaning(e);
        }
    }
}
