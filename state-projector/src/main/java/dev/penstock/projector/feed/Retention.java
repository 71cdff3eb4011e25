package dev.penstock.projector.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Removes rows that are too old: for most, as old as their topic keeps records, so that a rebuild would not bring them back. */
public final class Retention implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private final DataSource database;
    private final Map<String, Duration> kept;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("penstock-retention").daemon().unstarted(this::run);

    /** {@code logs}: how long lines of jobs are kept; a rebuild brings back as many as their topic still has. */
    public Retention(DataSource database, Duration logs) {
        this.database = database;
        this.kept = kept(logs);
    }

    private static Map<String, Duration> kept(Duration logs) {
        Map<String, Duration> kept = new LinkedHashMap<>();
        kept.put("DELETE FROM log_line WHERE appended_at < ?", logs);
        kept.put("DELETE FROM log_size WHERE last_at < ?", logs);
        kept.put("DELETE FROM dead_letter WHERE at < ?", Duration.ofDays(30));
        kept.put("DELETE FROM worker WHERE beat_at < ?", Duration.ofDays(1));
        kept.put("DELETE FROM processor WHERE beat_at < ?", Duration.ofDays(1));
        kept.put("DELETE FROM worker_build WHERE started_at < ?", Duration.ofDays(400));
        kept.put("DELETE FROM tally WHERE hour < ?", Duration.ofDays(400));
        kept.put("DELETE FROM tally_minute WHERE minute < ?", Duration.ofDays(8));
        kept.put("DELETE FROM failure_hour WHERE hour < ?", Duration.ofDays(400));
        kept.put("DELETE FROM statistic WHERE minute < ?", Duration.ofDays(400));
        return kept;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                remove();
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("Nothing is removed any more: the process ends");
        }
    }

    /** Removes what is too old now. */
    void remove() {
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<String, Duration> rule : kept.entrySet()) {
                try (PreparedStatement delete = connection.prepareStatement(rule.getKey())) {
                    delete.setObject(1, Instant.now().minus(rule.getValue()).atOffset(ZoneOffset.UTC));
                    delete.executeUpdate();
                }
            }
        } catch (SQLException e) {
            LOG.debugf("Old rows stay until next time: %s", e.getMessage());
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
