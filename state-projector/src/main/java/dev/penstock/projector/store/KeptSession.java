package dev.penstock.projector.store;

import dev.penstock.projector.table.Session;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A session that is opened when it is needed, kept for long, and opened anew after an error. Not thread-safe. */
public final class KeptSession implements AutoCloseable {
    private final DataSource database;
    private @Nullable Session session;

    /** @param database its connections begin in the schema {@link ReadSchema#NAME} */
    public KeptSession(DataSource database) {
        this.database = database;
    }

    /** Work inside a transaction. */
    public interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /**
     * Does the work and commits; after an error nothing of it is kept.
     *
     * @throws DatabaseAway if the database does not answer; whether a commit that was under way is kept nobody knows
     */
    public <T> T transaction(Work<T> work) {
        boolean done = false;
        try {
            if (session == null) {
                session = Session.open(database);
            }
            T result = work.in(session);
            session.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw DatabaseAway.meaning(e);
        } finally {
            if (!done) {
                close(); // nothing is known of the connection; another one costs a few milliseconds
            }
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
