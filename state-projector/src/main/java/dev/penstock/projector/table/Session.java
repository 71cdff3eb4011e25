package dev.penstock.projector.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A connection kept for long, with its statements and its temporary tables. */
public final class Session implements AutoCloseable {
    /** The schema that connections begin in, but for those of a rebuild. */
    public static final String SCHEMA = "penstock_read";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Session(Connection connection) {
        this.connection = connection;
    }

    public static Session open(DataSource database) throws SQLException {
        Session session = new Session(database.getConnection());
        try {
            session.connection.setAutoCommit(false);
            for (String table : new String[] {JobTable.NAME, AttemptTable.NAME}) {
                session.execute("CREATE TEMP TABLE IF NOT EXISTS " + table + "_batch (LIKE " + table
                        + ") ON COMMIT DELETE ROWS");
            }
            session.connection.commit();
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    public PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Appends rows to a table; without any nothing is asked of the server. */
    public <T> void copy(String table, List<Column<T>> columns, Collection<? extends T> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + Column.names(columns) + ") FROM STDIN");
        try {
            CopyText text = new CopyText(bytes -> copy.writeToCopy(bytes, 0, bytes.length));
            for (T row : rows) {
                Column.row(columns, text, row);
            }
            text.send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    public java.sql.Array texts(Iterable<?> values) throws SQLException {
        List<String> texts = new java.util.ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return connection.createArrayOf("text", texts.toArray());
    }

    public java.sql.Array numbers(List<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    /** What was not committed is not kept. */
    @Override
    public void close() {
        // A pool that gets a connection back commits what was begun on it, for it turns auto-commit on again.
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // It was broken; the next session opens another one.
        }
    }
}
