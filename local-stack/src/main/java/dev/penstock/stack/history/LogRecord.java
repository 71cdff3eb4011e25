package dev.penstock.stack.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the log.
 *
 * @param appendedMs when, by the clock the topic uses
 * @param key as text; empty when there is none
 * @param headers the last of each name
 * @param value its JSON; a missing node when it is none
 */
public record LogRecord(
        String topic,
        int partition,
        long offset,
        long appendedMs,
        String key,
        Map<String, String> headers,
        JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the broker has handed over. */
    public static LogRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new LogRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                text(record.key()),
                headers(record),
                json(record.value()));
    }

    /** A text field; empty when it is absent. */
    public String text(String field) {
        return value.path(field).asText("");
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
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
