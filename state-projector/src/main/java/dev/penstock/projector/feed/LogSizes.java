package dev.penstock.projector.feed;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.projector.feed.FeedTable.Said;
import dev.penstock.projector.table.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code log_size}: how much of each job's log is kept, and how much was not. A job's lines lie in one partition,
 * so nobody else counts it at the same time.
 */
final class LogSizes {
    /** A handler that logs in a loop must not fill the disk. */
    static final long LINES_OF_A_LEASE = 5_000;

    /** Characters of messages that are kept of one job. */
    static final long MOST = 10_000_000;

    private static final String SELECT = "SELECT job, bytes FROM log_size WHERE job = ANY (?)";
    private static final String ADD =
            "INSERT INTO log_size (job, lines, bytes, dropped, last_at) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (job) DO UPDATE SET lines = log_size.lines + excluded.lines,"
                    + " bytes = log_size.bytes + excluded.bytes, dropped = log_size.dropped + excluded.dropped,"
                    + " last_at = excluded.last_at";

    private final Session session;

    LogSizes(Session session) {
        this.session = session;
    }

    /** By how much a job's log has grown. */
    private static final class Growth {
        private final long before;
        private long lines;
        private long bytes;
        private long dropped;
        private long lastAt;

        Growth(long before) {
            this.before = before;
        }

        boolean takes(LogLine line, long timestamp) {
            lastAt = timestamp;
            boolean few = line.line() <= LINES_OF_A_LEASE || line.level() == LogLine.Level.ERROR;
            if (!few || before + bytes + line.message().length() > MOST) {
                dropped++;
                return false;
            }
            lines++;
            bytes += line.message().length();
            return true;
        }
    }

    /** Those of the lines that are kept; the others are counted. */
    List<Said> kept(List<Said> said) throws SQLException {
        Map<String, Growth> grown = new LinkedHashMap<>();
        Map<String, Long> before = before(said);
        List<Said> kept = new ArrayList<>();
        for (Said one : said) {
            LogLine line = (LogLine) one.what();
            if (line.job() == null) {
                kept.add(one);
            } else if (grown.computeIfAbsent(line.job().value(), job -> new Growth(before.getOrDefault(job, 0L)))
                    .takes(line, one.record().timestamp())) {
                kept.add(one);
            }
        }
        add(grown);
        return kept;
    }

    private Map<String, Long> before(List<Said> said) throws SQLException {
        List<String> jobs = said.stream()
                .map(one -> ((LogLine) one.what()).job())
                .filter(job -> job != null)
                .map(job -> job.value())
                .distinct()
                .toList();
        Map<String, Long> sizes = new HashMap<>();
        if (!jobs.isEmpty()) {
            PreparedStatement select = session.prepared(SELECT);
            select.setArray(1, session.texts(jobs));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sizes.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return sizes;
    }

    private void add(Map<String, Growth> grown) throws SQLException {
        if (grown.isEmpty()) {
            return;
        }
        PreparedStatement add = session.prepared(ADD);
        for (Map.Entry<String, Growth> entry : grown.entrySet()) {
            Growth growth = entry.getValue();
            add.setString(1, entry.getKey());
            add.setLong(2, growth.lines);
            add.setLong(3, growth.bytes);
            add.setLong(4, growth.dropped);
            add.setObject(5, Instant.ofEpochMilli(growth.lastAt).atOffset(ZoneOffset.UTC));
            add.addBatch();
        }
        add.executeBatch();
    }
}
