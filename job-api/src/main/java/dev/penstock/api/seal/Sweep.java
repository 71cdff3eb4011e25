package dev.penstock.api.seal;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Waits for the brokers to clean the topic of the keys.
 *
 * @param isErased whether a key's name is that of one whose record must not be found any more
 */
record Sweep(Kafka kafka, Predicate<String> isErased) {
    /** Name of the records that close a segment. */
    static final String RECORD = "sweep";

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /**
     * Whether nothing was left within {@code patience}.
     *
     * @param push writes a record, so that the segment which holds the keys is closed
     */
    boolean await(Duration patience, Runnable push) {
        long end = System.nanoTime() + patience.toNanos();
        while (liesThere(end)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            push.run();
            sleep();
        }
        return true;
    }

    /** Whether one does, or it could not be found out until {@code end}. */
    private boolean liesThere(long end) {
        String topic = kafka.topics().keys();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            boolean found = false;
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                if (System.nanoTime() - end > 0) {
                    return true;
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(BETWEEN)) {
                    found |= record.value() != null && isErased.test(record.key());
                }
            }
            return found;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
