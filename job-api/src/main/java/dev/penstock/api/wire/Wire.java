package dev.penstock.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON of every message: absent means null, instants are ISO-8601 in UTC, durations are milliseconds, unknown fields
 * are ignored, and a {@code Json} value is passed through as it came.
 */
public final class Wire {
    /** Present version of every message. */
    public static final int VERSION = 1;

    static final String SOURCE = "source";

    // Half a character (a surrogate without its other half) has no UTF-8 form: written as it is, it would fail in every
    // record that quotes it, refusal and dead letter included. So everything from there on is written as an escape.
    private static final int LAST_UNESCAPED = Character.MIN_SURROGATE - 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .highestNonEscapedChar(LAST_UNESCAPED)
                    .build())
            .addModule(new WireModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private Wire() {}

    /** The mapper, for payloads and for the REST API's twin of the same words. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** A word as JSON. */
    public static byte[] write(Object word) {
        try {
            return MAPPER.writeValueAsBytes(word);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot be written as JSON: " + word.getClass().getName(), e);
        }
    }

    /** A word as JSON text. */
    public static String text(Object word) {
        return new String(write(word), StandardCharsets.UTF_8);
    }

    /**
     * A word from JSON.
     *
     * @throws UndecodableException with a sentence that says what is wrong and where
     */
    public static <T> T read(byte[] json, Class<T> type) throws UndecodableException {
        try {
            T word = reader(type).withAttribute(SOURCE, json).readValue(json);
            if (word == null) {
                throw new UndecodableException("Empty: a " + type.getSimpleName() + " is expected");
            }
            Completeness.check(word);
            return word;
        } catch (IOException e) {
            throw new UndecodableException("Not a " + type.getSimpleName() + ": " + sentence(e), e);
        }
    }

    static ObjectReader reader(Class<?> type) {
        return READERS.computeIfAbsent(type, MAPPER::readerFor);
    }

    static JsonParser parser(byte[] json) throws IOException {
        return MAPPER.createParser(json);
    }

    /** What a Jackson failure says, in one line, without the input. */
    static String sentence(Exception e) {
        if (e instanceof JsonMappingException m) {
            Throwable cause = m.getCause();
            String what = switch (cause) {
                case NullPointerException missing -> "a part of it is missing";
                case IllegalArgumentException wrong when wrong.getMessage() != null -> wrong.getMessage();
                case null, default -> m.getOriginalMessage();
            };
            return m.getPath().isEmpty() ? what : "field " + path(m) + ": " + what;
        }
        if (e instanceof JacksonException j) {
            return "not well-formed JSON at byte "
                    + (j.getLocation() == null ? 0 : j.getLocation().getByteOffset()) + ": " + j.getOriginalMessage();
        }
        return String.valueOf(e.getMessage());
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference r : e.getPath()) {
            if (r.getFieldName() == null) {
                path.append('[').append(r.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(r.getFieldName());
            }
        }
        return path.toString();
    }
}
