package dev.penstock.projector.feed;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.store.DatabaseAway;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads log lines, heartbeats and dead letters; a thread of its own, so that none of them delays the events. */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<FeedTable> tables;
    private final FeedWriter writer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("penstock-feed").daemon().unstarted(this::run);
    private volatile @Nullable Throwable failure;

    /** @param group consumer group, one for each life of the schema */
    public Feed(Kafka kafka, DataSource database, UUID generation, String group) {
        tables = List.of(
                new LogTable(kafka.topics().logs()),
                new WorkerTable(kafka.topics().workers()),
                new LetterTable(kafka.topics().deadLetter()));
        writer = new FeedWriter(database, generation);
        consumer = kafka.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "consumer",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                8 << 20));
    }

    public void start() {
        thread.start();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** What stopped it; null if nothing did. */
    public @Nullable Throwable failure() {
        return failure;
    }

    private void run() {
        try (consumer;
                writer) {
            consumer.subscribe(tables.stream().map(FeedTable::topic).toList(), new Seeking());
            while (closing.getCount() > 0) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    write(records);
                }
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("The feed ends");
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void write(ConsumerRecords<String, byte[]> records) {
        for (FeedTable table : tables) {
            FeedWriter.Batch batch = FeedWriter.Batch.of(table, records);
            if (batch != null && !patiently(() -> writer.write(batch), true)) {
                LOG.infof("Another projector has loaded %s; going on where it stopped", table.topic());
                seek(batch.partitions());
            }
        }
    }

    private void seek(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = patiently(() -> writer.next(partitions), Map.of());
        next.forEach(consumer::seek);
    }

    /** Work that asks the database, again and again while it is away; {@code otherwise} if the program ends. */
    private <T> T patiently(java.util.function.Supplier<T> work, T otherwise) {
        while (closing.getCount() > 0) {
            try {
                return work.get();
            } catch (DatabaseAway e) {
                LOG.debugf("PostgreSQL is away: %s", e.getMessage());
                await();
            }
        }
        return otherwise;
    }

    private void await() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The offsets are in the database, beside the rows. */
    private final class Seeking implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            seek(partitions);
        }
    }
}
