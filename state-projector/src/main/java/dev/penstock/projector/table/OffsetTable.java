package dev.penstock.projector.table;

import dev.penstock.projector.sink.ReadModel.GenerationGone;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code sink_offset}: the first statement of every transaction compares and sets it, and so decides which of
 * two instances may write (B4). It is the first table that each of them touches, so whoever locks it has none of them under way.
 */
public final class OffsetTable {
    /** Which life of the schema this is. */
    public static final String GENERATION = "SELECT id FROM generation";

    private static final String ADVANCE = "UPDATE sink_offset SET next = ?, last_at = coalesce(?, last_at)"
            + " WHERE topic = ? AND log_partition = ? AND next = ? AND EXISTS (SELECT FROM generation WHERE id = ?)";
    private static final String BEGIN = "INSERT INTO sink_offset (topic, log_partition, next)"
            + " SELECT ?, p, 0 FROM unnest(?::int[]) AS p ON CONFLICT DO NOTHING";
    private static final String SELECT =
            "SELECT log_partition, next FROM sink_offset" + " WHERE topic = ? AND log_partition = ANY (?::int[])";
    // A commit that waits for the disk takes all earlier ones with it.
    private static final String TOUCH = "UPDATE sink_offset SET next = next WHERE topic = ? AND log_partition = ?";

    private OffsetTable() {}

    /** One partition's step forward. */
    public record Step(
            int partition, long first, long next, @Nullable Instant lastAt) {}

    /**
     * Whether every partition was where its step begins; else the transaction must be rolled back.
     *
     * @param generation the life of the schema that the caller serves
     */
    public static boolean advance(Session session, UUID generation, String topic, List<Step> steps)
            throws SQLException {
        PreparedStatement advance = session.prepared(ADVANCE);
        for (Step step : steps) {
            Parameters.of(advance)
                    .number(step.next())
                    .instant(step.lastAt())
                    .text(topic)
                    .number(step.partition())
                    .number(step.first())
                    .uuid(generation);
            advance.addBatch();
        }
        for (int changed : advance.executeBatch()) {
            if (changed != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The next offset of each partition; a partition nobody has read begins at 0.
     *
     * @param generation the life of the schema that the caller serves
     */
    public static Map<Integer, Long> next(
            Session session, UUID generation, String topic, Collection<Integer> partitions) throws SQLException {
        PreparedStatement begin = session.prepared(BEGIN);
        begin.setString(1, topic);
        begin.setArray(2, session.texts(partitions));
        begin.executeUpdate();
        // Not before: until this transaction ends the row above keeps the schema in its place.
        check(session.prepared(GENERATION), generation);
        PreparedStatement select = session.prepared(SELECT);
        select.setString(1, topic);
        select.setArray(2, session.texts(partitions));
        Map<Integer, Long> next = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                next.put(row.getInt(1), row.getLong(2));
            }
        }
        return next;
    }

    public static void touch(Session session, String topic, int partition) throws SQLException {
        PreparedStatement touch = session.prepared(TOUCH);
        touch.setString(1, topic);
        touch.setInt(2, partition);
        touch.executeUpdate();
    }

    /**
     * A schema made anew has another content than its reader knows.
     *
     * @param present {@link #GENERATION}, prepared
     * @throws GenerationGone if it is so
     */
    public static void check(PreparedStatement present, UUID expected) throws SQLException {
        try (ResultSet row = present.executeQuery()) {
            UUID now = row.next() ? row.getObject(1, UUID.class) : null;
            if (!expected.equals(now)) {
                throw new GenerationGone("The schema " + Session.SCHEMA + " was made anew: generation " + now
                        + " in place of " + expected + "; its reader begins again");
            }
        }
    }
}
