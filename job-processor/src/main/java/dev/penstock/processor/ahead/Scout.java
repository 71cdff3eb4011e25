package dev.penstock.processor.ahead;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads submissions ahead of their turn, in the partitions that are behind and in no others: as long as all keep up, it sleeps.
 *
 * <p>No group, and nothing depends on it: without it everything is decided where it lies.
 */
public final class Scout implements Ahead, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Scout.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SLEEP = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 24 << 20;

    private final String topic;
    private final int mostBytes;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Backlog> open = new ConcurrentHashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("penstock-scout").daemon().unstarted(this::run);
    private volatile boolean closed;
    private Map<TopicPartition, Backlog> placed = Map.of();

    /** @param partitions of the submissions */
    public Scout(Kafka kafka, int partitions) {
        topic = kafka.topics().submissions();
        mostBytes = MOST_BYTES / partitions;
        consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        256 << 10,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        2 << 20,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    public void start() {
        thread.start();
    }

    @Override
    public Backlog open(int partition, Collection<Long> decided) {
        Backlog backlog = new Backlog(mostBytes, decided, () -> LockSupport.unpark(thread));
        open.put(new TopicPartition(topic, partition), backlog);
        return backlog;
    }

    @Override
    public void close(int partition, Backlog backlog) {
        open.remove(new TopicPartition(topic, partition), backlog);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        LockSupport.unpark(thread);
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Nothing is read ahead any more: the process ends.");
        }
    }

    private void step() {
        try {
            Map<TopicPartition, Backlog> wanted = new HashMap<>();
            open.forEach((partition, backlog) -> {
                if (backlog.wantsMore()) {
                    wanted.put(partition, backlog);
                }
            });
            place(wanted);
            if (wanted.isEmpty()) {
                LockSupport.parkNanos(
                        open.values().stream().anyMatch(Backlog::isBehind) ? PAUSE.toNanos() : SLEEP.toNanos());
            } else {
                read(consumer.poll(POLL));
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Submissions cannot be read ahead; those behind a burst wait for it until this is mended", e);
            LockSupport.parkNanos(SLEEP.toNanos());
        }
    }

    private void place(Map<TopicPartition, Backlog> wanted) {
        Map<TopicPartition, Backlog> before = placed;
        if (!before.keySet().equals(wanted.keySet())) {
            consumer.assign(wanted.keySet());
        }
        placed = wanted;
        wanted.forEach((partition, backlog) -> {
            if (before.get(partition) != backlog || backlog.hasMoved()) {
                consumer.seek(partition, backlog.position());
            }
        });
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            Backlog backlog = placed.get(partition);
            if (backlog == null) {
                continue;
            }
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!backlog.offer(record)) {
                    break;
                }
            }
        }
    }
}
