package dev.penstock.processor.delay;

import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.topic.TopicNames.Rung;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.due.Watch;
import dev.penstock.processor.timer.PlainSender;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Keeps the waits and ends them on time, at least once: a copy of {@code DelayElapsed} changes nothing, because the job
 * knows the one timer it waits for.
 *
 * <p>Reads uncommitted: read committed it would be late by the transaction of a processor that died; a wait of an aborted
 * transaction is a timer nobody waits for. Its poll loop is never blocked: what has to wait, waits in memory while the
 * partition is paused.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    /** What is due within this is held in memory; the rest moves down the ladder. */
    private static final Duration LAST_SECONDS = Duration.ofMillis(10_500);

    private static final Duration LONGEST_POLL = Duration.ofMillis(50);
    private static final long COMMIT_NANOS = Duration.ofMillis(500).toNanos();

    private final TopicNames names;
    private final Watch.LogTime time;
    private final PlainSender sender;
    private final Lanes lanes;
    private final LastSeconds lastSeconds = new LastSeconds();
    private final Thread thread =
            Thread.ofPlatform().name("penstock-relay").daemon().unstarted(this::run);
    /** What the producer gave up on; filled by its thread. */
    private final Queue<Runnable> again = new ConcurrentLinkedQueue<>();

    private long nextCommit = System.nanoTime();

    public Relay(Kafka kafka, Watch.LogTime time, PlainSender sender) {
        this.names = kafka.topics();
        this.time = time;
        this.sender = sender;
        this.lanes = new Lanes(consumer(kafka), names, lastSeconds);
    }

    /** The group of all relays of an installation. */
    public static String group(TopicNames names) {
        return names.prefix() + "relay";
    }

    public void start() {
        thread.start();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Leaves the group after committing what is done; the waits go to another relay, or wait for the next start. */
    @Override
    public void close() {
        lanes.consumer().wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Consumer<byte[], byte[]> consumer(Kafka kafka) {
        return new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group(kafka.topics()),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        1_500,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void run() {
        try (Consumer<byte[], byte[]> consumer = lanes.consumer()) {
            consumer.subscribe(Arrays.stream(Rung.values()).map(names::retry).toList(), lanes);
            while (true) {
                consumer.poll(untilNext()).forEach(this::read);
                lanes.balance();
                passOn(now());
                commit();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("The relay ends.");
        } catch (RuntimeException e) {
            LOG.error("The relay has failed; waits are ended late, by the processors' own scan", e);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        Lane lane = lanes.of(record);
        Prefix.Slot slot = lane.prefix.read(record.offset());
        try {
            RetryPointer pointer = Wire.read(record.value() == null ? new byte[0] : record.value(), RetryPointer.class);
            lane.add(pointer, Instant.ofEpochMilli(record.timestamp()), slot);
        } catch (UndecodableException e) {
            LOG.warnf("%s-%d@%d is no wait: %s", record.topic(), record.partition(), record.offset(), e.getMessage());
            slot.done();
        }
    }

    private void passOn(Instant now) {
        for (Runnable failed = again.poll(); failed != null; failed = again.poll()) {
            failed.run();
        }
        for (Lane lane : lanes.all()) {
            for (Lane.Waiting w = lane.next(now); w != null; w = lane.next(now)) {
                moveDown(lane, w);
            }
        }
        for (LastSeconds.Due due = lastSeconds.next(now); due != null; due = lastSeconds.next(now)) {
            elapse(due);
        }
    }

    private void moveDown(Lane lane, Lane.Waiting waiting) {
        RetryPointer pointer = waiting.pointer();
        Duration left = Duration.between(now(), pointer.due());
        if (left.compareTo(LAST_SECONDS) <= 0) {
            lastSeconds.add(new LastSeconds.Due(pointer, waiting.slot(), lane));
            return;
        }
        sender.send(names.retry(Rung.fitting(left)), pointer.job().route(), Wire.write(pointer), (place, failure) -> {
            if (failure == null) {
                waiting.slot().done();
            } else {
                again.add(() -> moveDown(lane, waiting));
            }
        });
    }

    private void elapse(LastSeconds.Due due) {
        RetryPointer pointer = due.pointer();
        sender.timer(new Timer.DelayElapsed(pointer.job(), pointer.timer()), (place, failure) -> {
            if (failure == null) {
                due.slot().done();
            } else {
                again.add(() -> elapse(due));
            }
        });
    }

    private void commit() {
        if (System.nanoTime() - nextCommit >= 0) {
            nextCommit = System.nanoTime() + COMMIT_NANOS;
            lanes.commit();
        }
    }

    private Duration untilNext() {
        Instant next = lastSeconds.nextAt();
        for (Lane lane : lanes.all()) {
            Instant at = lane.nextAt();
            next = next == null || (at != null && at.isBefore(next)) ? at : next;
        }
        if (next == null) {
            return LONGEST_POLL;
        }
        Duration left = Duration.between(now(), next);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST_POLL) < 0 ? left : LONGEST_POLL;
    }

    /** The brokers' clock; until the first pulse has come back, this machine's. */
    private Instant now() {
        Instant known = time.now();
        return known != null ? known : Instant.now();
    }
}
