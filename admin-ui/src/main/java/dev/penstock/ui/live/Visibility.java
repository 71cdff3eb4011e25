package dev.penstock.ui.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest event of a batch is when this program hears of the batch: the time from an event to a page. Looked at once
 * a second at most, on the connection that hears anyway.
 */
@ApplicationScoped
public class Visibility {
    private static final int KEPT = 600;
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String AGE =
            "SELECT max(last_at)::text, (extract(epoch FROM clock_timestamp() - max(last_at)) * 1000)::bigint"
                    + " FROM penstock_read.sink_offset WHERE topic LIKE '%events'";

    private final Deque<Long> ages = new ArrayDeque<>();
    private long lookedAt = System.nanoTime() - EVERY_NANOS;
    private @Nullable String newest;

    /**
     * What was seen.
     *
     * @param samples how many batches were looked at, the last 600 at most
     * @param p50 half of them were younger; null without samples
     * @param p99 nearly all were younger; null without samples
     */
    public record Seen(
            int samples, @Nullable Duration p50, @Nullable Duration p99) {}

    /** Right after a notification. */
    void look(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (now - lookedAt < EVERY_NANOS) {
            return;
        }
        lookedAt = now;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AGE)) {
            if (row.next() && row.getString(1) != null) {
                add(row.getString(1), row.getLong(2));
            }
        }
    }

    /** A batch that was heard of before is no sample: log lines and heartbeats are told too. */
    private synchronized void add(String at, long millis) {
        if (!at.equals(newest)) {
            newest = at;
            ages.addLast(Math.max(0, millis));
            if (ages.size() > KEPT) {
                ages.removeFirst();
            }
        }
    }

    public synchronized Seen seen() {
        List<Long> sorted = ages.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Seen(0, null, null)
                : new Seen(sorted.size(), share(sorted, 0.5), share(sorted, 0.99));
    }

    private static Duration share(List<Long> sorted, double share) {
        return Duration.ofMillis(sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))));
    }
}
