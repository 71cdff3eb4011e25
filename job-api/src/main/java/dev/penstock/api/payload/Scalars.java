package dev.penstock.api.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The schemas of values that are one JSON value. */
final class Scalars {
    private static final Set<Class<?>> INTEGERS = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigInteger.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);

    private Scalars() {}

    /** The schema of a scalar; null if the type is none. */
    static @Nullable ObjectNode of(Class<?> type) {
        if (INTEGERS.contains(type)) {
            return typed("integer");
        }
        if (NUMBERS.contains(type)) {
            return typed("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == Duration.class) {
            return typed("number").put("description", "milliseconds");
        }
        if (type == Json.class || type == Object.class) {
            return JsonNodeFactory.instance.objectNode();
        }
        return text(type);
    }

    private static @Nullable ObjectNode text(Class<?> type) {
        if (type == String.class || CharSequence.class.isAssignableFrom(type)) {
            return typed("string");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return typed("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return typed("string").put("format", "date");
        }
        if (type == URI.class) {
            return typed("string").put("format", "uri");
        }
        if (type == UUID.class) {
            return typed("string").put("format", "uuid");
        }
        if (type == byte[].class) {
            return typed("string").put("contentEncoding", "base64");
        }
        if (type == JobId.class) {
            return typed("string").put("pattern", "^[A-Za-z0-9_-]{1,63}\\.[A-Za-z0-9_-]{1,64}$");
        }
        return type == Actor.class ? typed("string").put("pattern", "^(user|service|worker|system):.+$") : null;
    }

    private static ObjectNode typed(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }
}
