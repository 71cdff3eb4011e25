package dev.penstock.projector.analyst.source;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stretch of the log as bytes, each partition in its own order and several beside each other: for who folds every partition
 * by itself. Read committed and without a group, as {@link EventLog}, which is for who needs the order of times.
 */
public final class Scan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Object> READER = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            4 << 20,
            ConsumerConfig.RECEIVE_BUFFER_CONFIG,
            1 << 20,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            20_000);

    private final Kafka kafka;
    private final Stretch stretch;
    private final Visitor visitor;
    private final IntConsumer read;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Scan(Kafka kafka, Stretch stretch, Visitor visitor, IntConsumer read) {
        this.kafka = kafka;
        this.stretch = stretch;
        this.visitor = visitor;
        this.read = read;
    }

    /** Takes records; those of one partition come one after the other, on one thread. */
    public interface Visitor {
        /** One record. */
        void record(int partition, long offset, byte[] value);
    }

    /**
     * Reads.
     *
     * @param threads at most so many consumers read at a time
     * @param read told now and then how many records more have been read, by any thread
     * @throws RuntimeException what the visitor threw first; all threads have ended then
     */
    public static void of(Kafka kafka, Stretch stretch, int threads, Visitor visitor, IntConsumer read) {
        List<Set<Integer>> shares = shares(stretch, threads);
        if (!shares.isEmpty()) {
            new Scan(kafka, stretch, visitor, read).run(shares);
        }
    }

    /** The longest first, each to who has least. */
    private static List<Set<Integer>> shares(Stretch stretch, int threads) {
        List<Integer> partitions = stretch.to().next().keySet().stream()
                .filter(partition -> stretch.only(partition).records() > 0)
                .sorted(Comparator.comparingLong(
                                (Integer partition) -> stretch.only(partition).records())
                        .reversed())
                .toList();
        int count = Math.min(threads, partitions.size());
        List<List<Integer>> shares = new ArrayList<>();
        long[] records = new long[count];
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        for (int partition : partitions) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                least = records[i] < records[least] ? i : least;
            }
            shares.get(least).add(partition);
            records[least] += stretch.only(partition).records();
        }
        return shares.stream().map(Set::copyOf).toList();
    }

    private void run(List<Set<Integer>> shares) {
        RuntimeException first = null;
        try (ExecutorService pool = Executors.newFixedThreadPool(shares.size())) {
            List<Future<?>> all = new ArrayList<>();
            shares.forEach(share -> all.add(pool.submit(() -> read(share))));
            for (Future<?> each : all) {
                RuntimeException failed = failure(each);
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException failure(Future<?> reading) {
        try {
            reading.get();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("Interrupted while reading the log", e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void read(Set<Integer> share) {
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(READER)) {
            Set<TopicPartition> open = share.stream()
                    .map(partition -> new TopicPartition(kafka.topics().events(), partition))
                    .collect(Collectors.toCollection(HashSet::new));
            consumer.assign(open);
            open.forEach(each -> consumer.seek(each, stretch.from().next().getOrDefault(each.partition(), 0L)));
            while (!open.isEmpty() && !stopped.get()) {
                ConsumerRecords<String, byte[]> some = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : some) {
                    visit(record);
                }
                read.accept(some.count());
                // The position, not the last record: a transaction's marker takes an offset of its own.
                List<TopicPartition> done = open.stream()
                        .filter(each -> !stretch.to().covers(each.partition(), consumer.position(each)))
                        .toList();
                consumer.pause(done);
                open.removeAll(done);
            }
        } catch (RuntimeException e) {
            stopped.set(true);
            throw e;
        }
    }

    private void visit(ConsumerRecord<String, byte[]> record) {
        if (stretch.to().covers(record.partition(), record.offset())) {
            visitor.record(record.partition(), record.offset(), record.value() == null ? new byte[0] : record.value());
        }
    }
}
