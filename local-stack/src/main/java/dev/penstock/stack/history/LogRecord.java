package dev.penstock.stack.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the log.
 *
 * @param appendedMs when, by the clock the topic uses
 * @param value its JSON; a missing node when it is none
 */
public record LogRecord(String topic, int partition, long offset, long appendedMs, JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LogRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new LogRecord(
                record.topic(), record.partition(), record.offset(), record.timestamp(), json(record.value()));
    }

    /** A text field; empty when it is absent. */
    String text(String field) {
        return value.path(field).asText("");
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = bytes == null ? MissingNode.getInstance() : JSON.readTree(bytes);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
