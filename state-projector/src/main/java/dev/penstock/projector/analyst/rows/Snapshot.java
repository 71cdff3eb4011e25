package dev.penstock.projector.analyst.rows;

import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.table.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All rows of the read model as of one vector of offsets: one transaction that sees what was committed when it began, and only reads.
 *
 * <p>The projector writes the rows of a batch and the offsets behind it in one transaction, so what one snapshot shows of both belongs
 * together.
 */
final class Snapshot implements AutoCloseable {
    private static final int AT_ONCE = 2_000;
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String WHICH = "SELECT to_regclass('" + Session.SCHEMA + ".job')::oid";

    private final Connection connection;
    private final Offsets asOf;
    private final long which;

    private Snapshot(Connection connection, Offsets asOf, long which) {
        this.connection = connection;
        this.asOf = asOf;
        this.which = which;
    }

    /**
     * Begins one.
     *
     * @param topic of the log that the rows are said to follow
     * @throws IllegalStateException if there is no read model, or that of another log
     */
    static Snapshot open(DataSource database, String topic) throws SQLException {
        Connection connection = database.getConnection();
        String address = connection.getMetaData().getURL();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Offsets asOf = new Offsets(offsets(connection, topic));
            if (asOf.next().isEmpty()) {
                throw new IllegalStateException("The read model in " + address + " has no rows of the log " + topic
                        + ": it belongs to another one. Is the --prefix right, is it the right database?");
            }
            return new Snapshot(connection, asOf, number(connection));
        } catch (SQLException e) {
            connection.close();
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw new IllegalStateException(
                        "There is no read model (schema " + Session.SCHEMA + ") in " + address
                                + ": no projector has ever run on it.",
                        e);
            }
            throw e;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** What all its rows are as of. */
    Offsets asOf() {
        return asOf;
    }

    /**
     * Hands over each row of a table, in no order.
     *
     * @throws IllegalStateException if the read model was made anew meanwhile
     */
    void rows(String table, List<String> columns, Consumer<List<@Nullable String>> visitor) throws SQLException {
        // A rebuild puts new tables in the place of those that this transaction can see rows of.
        if (number(connection) != which) {
            throw new IllegalStateException("The read model was made anew while it was compared: ask again.");
        }
        String sql = "SELECT " + String.join(", ", columns) + " FROM " + Session.SCHEMA + "." + table;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.accept(Written.columns(row, columns.size()));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            // It only read.
        }
    }

    private static Map<Integer, Long> offsets(Connection connection, String topic) throws SQLException {
        String sql = "SELECT log_partition, next FROM " + Session.SCHEMA + ".sink_offset WHERE topic = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            Map<Integer, Long> next = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    next.put(row.getInt(1), row.getLong(2));
                }
            }
            return next;
        }
    }

    private static long number(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(WHICH)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
