package dev.penstock.api.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a job's unique arguments as one text, the same for equal values however their JSON was written: fields in the
 * order of their names, no white space, whole numbers without a fraction. A field that is missing counts as null.
 */
final class UniqueArguments {
    private UniqueArguments() {}

    static String of(JobSpec.Unique rule, Json payload) {
        JsonNode root = read(payload);
        StringBuilder text = new StringBuilder();
        for (String field : new TreeSet<>(rule.arguments())) {
            append(text, field).append('=');
            write(text, root.get(field));
            text.append(';');
        }
        return text.toString();
    }

    private static JsonNode read(Json payload) {
        try {
            return Wire.mapper().readTree(payload.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void write(StringBuilder text, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            text.append("null");
        } else if (value.isObject()) {
            List<String> names = new ArrayList<>();
            value.fieldNames().forEachRemaining(names::add);
            names.sort(null);
            text.append('{');
            for (String name : names) {
                append(text, name).append(':');
                write(text, value.get(name));
                text.append(',');
            }
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(element -> {
                write(text, element);
                text.append(',');
            });
            text.append(']');
        } else if (value.isTextual()) {
            append(text, value.textValue());
        } else {
            text.append(number(value));
        }
    }

    private static String number(JsonNode value) {
        boolean whole =
                value.isFloatingPointNumber() && value.canConvertToLong() && value.doubleValue() == value.longValue();
        return whole ? Long.toString(value.longValue()) : value.asText();
    }

    /** With its length before it, so that no two lists of texts look alike. */
    private static StringBuilder append(StringBuilder text, String part) {
        return text.append(part.length()).append('"').append(part);
    }
}
