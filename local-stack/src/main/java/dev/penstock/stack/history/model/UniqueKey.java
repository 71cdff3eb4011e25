package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Of jobs with the same key at most one may live: those of a type with the same values of some fields of the payload, in the same
 * family if they are children.
 *
 * @param rule what a second one does: {@code IGNORE}, {@code REFUSE} or {@code REPLACE}
 */
public record UniqueKey(String key, String rule) {
    static @Nullable UniqueKey of(String family, JsonNode spec, JsonNode payload) {
        JsonNode unique = spec.path("unique");
        if (!unique.isObject()) {
            return null;
        }
        StringBuilder key =
                new StringBuilder(family).append('/').append(spec.path("type").asText());
        unique.path("arguments")
                .forEach(field ->
                        key.append('/').append(field.asText()).append('=').append(payload.path(field.asText())));
        return new UniqueKey(key.toString(), unique.path("onConflict").asText());
    }
}
