package dev.penstock.api.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a small topic on a platform thread of its own and goes on reading: settings, revocations, signals, grants.
 *
 * <p>No consumer group: every follower sees every record of the partitions it follows. Reading from the beginning,
 * {@link #readToEnd} returns when all that lay there at the call has been read. A record that its reader cannot digest is
 * logged and passed over.
 */
public final class TopicFollower implements AutoCloseable {
    /** Takes one record; called by the follower's thread. A null value is a tombstone. */
    public interface Reader {
        void read(ConsumerRecord<String, byte @Nullable []> record);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK_FOR_END = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final Reader reader;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final boolean fromBeginning;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile long atEndNanos = System.nanoTime();
    private @Nullable Thread thread;

    private TopicFollower(
            String topic, Reader reader, KafkaConsumer<String, byte[]> consumer, int only, boolean fromBeginning) {
        this.topic = topic;
        this.reader = reader;
        this.consumer = consumer;
        this.fromBeginning = fromBeginning;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .filter(partition -> only < 0 || partition == only)
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Follows all of a topic from its beginning, uncommitted records too. */
    public static TopicFollower of(Kafka kafka, String topic, Reader reader) {
        return new TopicFollower(topic, reader, consumer(kafka, "read_uncommitted", "earliest"), -1, true);
    }

    /** Follows, from now on, the partition where the records of {@code key} lie; the reader also sees other keys. */
    public static TopicFollower ofKey(Kafka kafka, String topic, String key, boolean committed, Reader reader) {
        KafkaConsumer<String, byte[]> consumer =
                consumer(kafka, committed ? "read_committed" : "read_uncommitted", "latest");
        int partition = Partition.of(key, consumer.partitionsFor(topic).size());
        return new TopicFollower(topic, reader, consumer, partition, false);
    }

    private static KafkaConsumer<String, byte[]> consumer(Kafka kafka, String isolation, String reset) {
        return kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset));
    }

    /** Begins to read, and returns when everything that lay in the topic has been read (or its end is known). */
    public TopicFollower readToEnd() {
        Thread reading = new Thread(this::run, "follow " + topic);
        reading.setDaemon(true);
        thread = reading;
        reading.start();
        try {
            if (!caughtUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                close();
                throw new KafkaException(
                        "Topic " + topic + " could not be read to its end within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            close();
            throw new InterruptException(e);
        }
        return this;
    }

    /** How long ago the reader had certainly read everything. */
    public Duration behind() {
        return Duration.ofNanos(System.nanoTime() - atEndNanos);
    }

    private void run() {
        try (consumer) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                // Before the latch opens: a signal sent after readToEnd() has returned must not be missed.
                ends.forEach(consumer::seek);
            }
            while (!closing) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("No longer following {}", topic);
        }
    }

    private void step() {
        try {
            if (caughtUp.getCount() > 0 || behind().compareTo(ASK_FOR_END) > 0) {
                askForEnd();
            }
            consumer.poll(POLL).forEach(this::read);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("Topic {} cannot be read at the moment: {}", topic, e.toString());
            Answers.pause();
        }
    }

    /** What the broker says is the end, not what the last fetch said: a fetch that never returns says nothing. */
    private void askForEnd() {
        long asked = System.nanoTime();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            atEndNanos = asked;
            caughtUp.countDown();
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            reader.read(record);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A record of {} (partition {}, offset {}) was passed over: {}",
                    topic,
                    record.partition(),
                    record.offset(),
                    e.toString());
        }
    }

    @Override
    public void close() {
        closing = true;
        Thread reading = thread;
        if (reading == null) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            reading.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
