package dev.penstock.ui.own;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where this program keeps what is its own. Statements run in transactions; what throws, rolls back. The schema is made and
 * brought up to date by whoever asks first once PostgreSQL answers, so that this program starts without it.
 */
@ApplicationScoped
public class OwnDatabase {
    private final javax.sql.DataSource database;
    private final OwnSchema schema;

    @Inject
    public OwnDatabase(@DataSource("own") javax.sql.DataSource database) {
        this.database = database;
        this.schema = new OwnSchema(database);
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(OwnSession session) throws SQLException;
    }

    /**
     * Makes the schema if it is not there yet.
     *
     * @throws dev.penstock.ui.trouble.Trouble with a sentence, if it cannot
     */
    public void ensure() {
        schema.ensure();
    }

    /**
     * Runs all of it or nothing, at the isolation level "read committed".
     *
     * @throws OwnDatabaseFailed if PostgreSQL refuses or does not answer
     */
    public <T> T inTransaction(Work<T> work) {
        schema.ensure();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new OwnSession(connection));
                connection.commit();
                return result;
            } finally {
                // Undoes what was not committed; before the pool may give the connection to somebody else.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new OwnDatabaseFailed(e);
        }
    }
}
