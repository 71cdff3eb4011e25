package dev.penstock.api.link;

import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The dispatches that must not run any more, by job: {@code jobs.revoked}, read to its end before the first poll and followed
 * from then on (failure scenario A4).
 */
public final class Revocations implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Map<String, Long> firstGood = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    public Revocations(Kafka kafka) {
        follower = TopicFollower.of(kafka, kafka.topics().revoked(), this::read).readToEnd();
    }

    /** What this process knows of a dispatch. */
    public enum Knowledge {
        /** It may run. */
        GOOD,
        /** It may not. */
        REVOKED,
        /** The newest revocations have not been read for a second: claim first. */
        UNKNOWN
    }

    /** What is known of the dispatch. The age is looked at first: a revocation that is read between the two looks may only help. */
    public Knowledge of(WorkOrder order) {
        if (follower.behind().compareTo(FRESH) > 0) {
            return Knowledge.UNKNOWN;
        }
        Long good = firstGood.get(order.job().value());
        return good != null && order.number() < good ? Knowledge.REVOKED : Knowledge.GOOD;
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            firstGood.remove(record.key());
            return;
        }
        try {
            firstGood.put(record.key(), Wire.read(value, Revocation.class).firstGood());
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
