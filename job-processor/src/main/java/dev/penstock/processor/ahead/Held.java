package dev.penstock.processor.ahead;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A submission that was read before its turn.
 *
 * @param record as Kafka Streams would bring it
 * @param place where it lies
 */
public record Held(Record<byte[], byte[]> record, RecordMetadata place) {
    static Held of(ConsumerRecord<byte[], byte[]> read) {
        return new Held(
                new Record<>(read.key(), read.value(), read.timestamp(), read.headers()),
                new Place(read.topic(), read.partition(), read.offset()));
    }

    long offset() {
        return place.offset();
    }

    int bytes() {
        return record.value().length + 200;
    }
}
