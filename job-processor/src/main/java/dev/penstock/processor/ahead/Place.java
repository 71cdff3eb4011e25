package dev.penstock.processor.ahead;

import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lies that Kafka Streams has not brought yet. */
record Place(String topic, int partition, long offset) implements RecordMetadata {}
