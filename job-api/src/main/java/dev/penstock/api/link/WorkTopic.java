package dev.penstock.api.link;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane's work topic, read by its share group (KIP-932). Used by one thread.
 *
 * <p>{@code record_limit} makes {@code max.poll.records} a hard cap, so nothing is taken that cannot be started (failure
 * scenario B10). Every polled record is accepted or released before the next poll.
 */
final class WorkTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkTopic.class);
    private static final Duration SHORTEST_LOCK = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaShareConsumer<String, byte[]> consumer;
    private final Map<Delivery, ConsumerRecord<String, byte[]>> inHand = new HashMap<>();
    /** Beyond the batch: even in record-limit mode a poll may bring what two fetches brought. They come with the next poll. */
    private final Deque<ConsumerRecord<String, byte[]>> surplus = new ArrayDeque<>();

    private final int batch;
    private boolean subscribed;
    private long lastPoll = System.nanoTime();

    WorkTopic(Kafka kafka, String topic, int batch) {
        this.topic = topic;
        this.batch = batch;
        Map<String, Object> own = new HashMap<>();
        own.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.topics().shareGroup(topic));
        own.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        own.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        own.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                Duration.ofDays(1).toMillis());
        consumer = new KafkaShareConsumer<>(kafka.client(own), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.setAcknowledgementCommitCallback((offsets, failure) -> {
            if (failure != null) {
                // The lock ran out: the record comes again, is claimed first, and the log says who holds the lease.
                LOG.debug("An acknowledgement in {} came too late: {}", topic, failure.toString());
            }
        });
    }

    List<Received> poll(Duration patience) {
        if (!subscribed) {
            consumer.subscribe(List.of(topic));
            subscribed = true;
        }
        if (surplus.isEmpty()) {
            lastPoll = System.nanoTime();
            consumer.poll(patience).forEach(surplus::add);
        }
        List<Received> received = new ArrayList<>();
        while (received.size() < batch && !surplus.isEmpty()) {
            ConsumerRecord<String, byte[]> record = surplus.remove();
            try {
                Received one = new Received(Wire.read(record.value(), WorkOrder.class), delivery(record));
                inHand.put(one.delivery(), record);
                received.add(one);
            } catch (UndecodableException e) {
                // Not written by a processor of ours; its job, if there is one, is found by DispatchLost (A3).
                LOG.error("{} is no work order and was thrown away: {}", delivery(record), e.getMessage());
                consumer.acknowledge(record, AcknowledgeType.ACCEPT);
            }
        }
        return received;
    }

    private static Delivery delivery(ConsumerRecord<String, byte[]> record) {
        return new Delivery(
                record.topic(),
                record.partition(),
                record.offset(),
                record.deliveryCount().orElse((short) 1));
    }

    /** How long the share group leaves a record with this worker: 5 s on our broker, 15 s or more on foreign ones. */
    Duration lock() {
        return consumer.acquisitionLockTimeoutMs().map(Duration::ofMillis).orElse(SHORTEST_LOCK);
    }

    void accept(Received received) {
        acknowledge(received, AcknowledgeType.ACCEPT);
    }

    void release(Received received) {
        acknowledge(received, AcknowledgeType.RELEASE);
    }

    private void acknowledge(Received received, AcknowledgeType type) {
        ConsumerRecord<String, byte[]> record = inHand.remove(received.delivery());
        if (record != null) {
            consumer.acknowledge(record, type);
        }
    }

    /** Sends the acknowledgements now; the next poll would take them along, but it may be long in coming. */
    void flush() {
        consumer.commitAsync();
    }

    /**
     * Leaves the group until the next poll. A share group gives each of its few partitions to few members: what lies in
     * the partitions of a member that does not poll reaches nobody.
     */
    void stepAside() {
        if (subscribed) {
            giveBack();
            consumer.commitSync(CLOSING);
            consumer.unsubscribe();
            subscribed = false;
        }
    }

    void stepAsideIfUnpolledFor(Duration patience) {
        if (System.nanoTime() - lastPoll > patience.toNanos()) {
            stepAside();
        }
    }

    private void giveBack() {
        surplus.forEach(record -> consumer.acknowledge(record, AcknowledgeType.RELEASE));
        surplus.clear();
    }

    @Override
    public void close() {
        giveBack();
        consumer.close(CLOSING);
    }
}
