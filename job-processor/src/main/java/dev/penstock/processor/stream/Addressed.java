package dev.penstock.processor.stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record on its way out. */
final class Addressed {
    private final String topic;
    private final String key;
    private final byte @Nullable [] value;
    private final Headers headers;

    /**
     * @param key record key, which chooses the partition
     * @param value null removes the key from a compacted topic
     */
    Addressed(String topic, String key, byte @Nullable [] value, Headers headers) {
        this.topic = topic;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    static Addressed to(String topic, String key, byte @Nullable [] value) {
        return new Addressed(topic, key, value, new RecordHeaders());
    }

    String topic() {
        return topic;
    }

    String key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    Headers headers() {
        return headers;
    }

    int size() {
        return value == null ? 0 : value.length;
    }
}
