package dev.penstock.projector.lag;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.project.Backlog;
import dev.penstock.projector.project.Lag;
import dev.penstock.projector.sink.ReadModel;
import dev.penstock.projector.table.OffsetTable;
import dev.penstock.projector.topology.Positions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes the table {@code freshness} twice a second for the partitions that this process reads. */
public final class FreshnessWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FreshnessWriter.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final DataSource database;
    private final UUID generation;
    private final Positions positions;
    private final String topic;
    private final KafkaConsumer<String, byte[]> ends;
    private final Map<Integer, Instant> caughtUp = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("penstock-freshness").daemon().unstarted(this::run);
    private final Map<Integer, Backlog> backlogs = new HashMap<>();
    private volatile @Nullable RuntimeException failure;
    private volatile Worst worst = new Worst(0, Duration.ZERO, Instant.EPOCH, 0, 0);

    /**
     * The lag over all partitions of this process.
     *
     * @param records in all
     * @param time of the partition that is furthest behind
     * @param at when it was measured
     * @param peak most records in all since nothing was left
     * @param fall records a second by which it shrinks
     */
    public record Worst(long records, Duration time, Instant at, long peak, double fall) {}

    /** @param generation the life of the schema that it is told in; another one ends it */
    public FreshnessWriter(Kafka kafka, DataSource database, UUID generation, Positions positions) {
        this.database = database;
        this.generation = generation;
        this.positions = positions;
        this.topic = kafka.topics().events();
        this.ends = kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000));
    }

    public void start() {
        thread.start();
    }

    /** As it was measured last. */
    public Worst worst() {
        return worst;
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** What ended it; null if nothing did. */
    public @Nullable Throwable failure() {
        return failure;
    }

    private void run() {
        try (ends) {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("The lag is told no more: the process ends");
        } catch (ReadModel.GenerationGone e) {
            failure = e;
        }
    }

    private void look() {
        try {
            Map<TopicPartition, Positions.Reading> readings = positions.now();
            ends.assign(readings.keySet());
            Map<TopicPartition, Long> logEnds = ends.endOffsets(readings.keySet());
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                write(connection, readings, logEnds);
                connection.commit();
            }
        } catch (KafkaException | SQLException e) {
            LOG.debugf("The lag cannot be told: %s", e.getMessage());
        } catch (ReadModel.GenerationGone e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The lag cannot be told", e);
        }
    }

    private void check(Connection connection) throws SQLException {
        try (PreparedStatement present = connection.prepareStatement(OffsetTable.GENERATION)) {
            OffsetTable.check(present, generation);
        }
    }

    private void write(
            Connection connection, Map<TopicPartition, Positions.Reading> readings, Map<TopicPartition, Long> logEnds)
            throws SQLException {
        FreshnessTable table = new FreshnessTable(connection, topic);
        Map<Integer, FreshnessTable.Folded> folded = table.folded();
        // Not before: until this transaction ends the offsets that were read keep the schema in its place.
        check(connection);
        Instant now = Instant.now();
        long records = 0;
        Duration time = Duration.ZERO;
        long peak = 0;
        double fall = 0;
        for (Map.Entry<TopicPartition, Positions.Reading> entry : readings.entrySet()) {
            int partition = entry.getKey().partition();
            FreshnessTable.Folded rows = folded.getOrDefault(partition, FreshnessTable.Folded.NOTHING);
            long end = logEnds.getOrDefault(entry.getKey(), 0L);
            Lag lag = lag(partition, rows, entry.getValue(), end, now);
            Backlog backlog = backlogs.computeIfAbsent(partition, missing -> new Backlog());
            backlog.seen(now, lag.records());
            table.add(new FreshnessTable.Row(partition, rows, end, lag, backlog, now));
            peak += backlog.peak();
            fall += backlog.fall();
            records += lag.records();
            time = lag.time().compareTo(time) > 0 ? lag.time() : time;
        }
        table.write();
        worst = new Worst(records, time, now, peak, fall);
    }

    private Lag lag(int partition, FreshnessTable.Folded rows, Positions.Reading reading, long end, Instant now) {
        Lag.Sight sight = new Lag.Sight(rows.next(), reading.delivered(), reading.position(), end);
        Lag lag = Lag.of(sight, rows.lastAt(), caughtUp.getOrDefault(partition, now), now);
        if (lag.records() == 0) {
            caughtUp.put(partition, now);
        } else {
            caughtUp.putIfAbsent(partition, rows.lastAt() == null ? now : rows.lastAt());
        }
        return lag;
    }

    @Override
    public void close() {
        closing.countDown();
        ends.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
