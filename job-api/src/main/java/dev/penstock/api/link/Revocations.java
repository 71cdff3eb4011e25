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

    /** Whether the dispatch was revoked. */
    public boolean isRevoked(WorkOrder order) {
        Long good = firstGood.get(order.job().value());
        return good != null && order.number() < good;
    }

    /** Whether a revocation of a second ago would be known; else claim first. */
    public boolean isFresh() {
        return follower.behind().compareTo(FRESH) <= 0;
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
