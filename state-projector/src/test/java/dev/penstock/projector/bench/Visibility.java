package dev.penstock.projector.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** From the moment an event is handed to the producer to the moment a listener of the database hears of its row. */
final class Visibility implements AutoCloseable {
    private final Connection connection;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean unnamed;

    private Visibility(Connection connection) {
        this.connection = connection;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    static Visibility listen(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN penstock_changed");
        }
        return new Visibility(connection);
    }

    void sent(String job, long nanos) {
        sent.put(job, nanos);
    }

    void await(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!sent.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(20);
        }
    }

    String report() {
        List<Long> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return "visible: p50 %d ms, p99 %d ms, max %d ms of %,d jobs%s"
                .formatted(
                        millis(sorted, 0.5),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        sorted.size(),
                        unnamed ? " (some batches were too large to name their jobs)" : "");
    }

    private static long millis(List<Long> sorted, double quantile) {
        return sorted.isEmpty()
                ? -1
                : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * quantile))) / 1_000_000;
    }

    private void listen() {
        try {
            while (true) {
                PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(1_000);
                long now = System.nanoTime();
                for (PGNotification notification : heard) {
                    JsonNode notice = Wire.mapper().readTree(notification.getParameter());
                    unnamed |= notice.path("more").asBoolean();
                    notice.path("jobs").forEach(job -> seen(job.asText(), now));
                }
            }
        } catch (SQLException | IOException e) {
            // closed
        }
    }

    private void seen(String job, long now) {
        Long from = sent.remove(job);
        if (from != null) {
            delays.add(now - from);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
