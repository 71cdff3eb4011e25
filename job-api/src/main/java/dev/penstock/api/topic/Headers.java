package dev.penstock.api.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Headers of records: CloudEvents 1.0 binary mode on submissions and events, id and W3C {@code traceparent} on everything
 * else.
 */
public final class Headers {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private static final byte[] VERSION_1 = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private Headers() {}

    /** The {@code ce_type} of a message, such as {@code dev.penstock.JobCompleted}. */
    public static String type(Class<?> body) {
        return "dev.penstock." + body.getSimpleName();
    }

    /** The CloudEvents headers of a message; {@code time} is information, decisions use the append time (A9). */
    public static void cloudEvent(
            org.apache.kafka.common.header.Headers to, String id, String type, String source, Instant time) {
        to.add(SPEC_VERSION, VERSION_1)
                .add(ID, bytes(id))
                .add(TYPE, bytes(type))
                .add(SOURCE, bytes(source))
                .add(TIME, bytes(time.toString()))
                .add(CONTENT_TYPE, JSON);
    }

    /** The headers of a message inside Penstock. */
    public static void internal(org.apache.kafka.common.header.Headers to, String id, @Nullable String traceparent) {
        to.add("id", bytes(id));
        trace(to, traceparent);
    }

    /** The trace context, if there is one. */
    public static void trace(org.apache.kafka.common.header.Headers to, @Nullable String traceparent) {
        if (traceparent != null) {
            to.add(TRACEPARENT, bytes(traceparent));
        }
    }

    /** A header's text; null if there is none. */
    public static @Nullable String text(org.apache.kafka.common.header.Headers from, String name) {
        Header header = from.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
