package dev.penstock.projector.topology;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer of a stream thread, which tells how far it is. */
final class TrackedConsumer extends KafkaConsumer<byte[], byte[]> {
    private final Positions positions;

    TrackedConsumer(Map<String, Object> config, Positions positions) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.positions = positions;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
            positions.delivered(partition, of.get(of.size() - 1).offset() + 1);
        }
        records.nextOffsets().forEach((partition, next) -> positions.position(partition, next.offset()));
        Set<TopicPartition> assigned = assignment();
        positions.assigned(assigned);
        assigned.stream().filter(partition -> !positions.knows(partition)).forEach(this::ask);
        return records;
    }

    /** Where a partition begins that nothing has been read of. */
    private void ask(TopicPartition partition) {
        try {
            positions.position(partition, position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            // Not known yet; the next poll asks again.
        }
    }

    @Override
    public void close() {
        positions.forget();
        super.close();
    }
}
