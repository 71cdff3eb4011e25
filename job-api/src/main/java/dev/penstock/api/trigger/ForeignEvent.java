package dev.penstock.api.trigger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened elsewhere.
 *
 * @param place names it for good, such as {@code legacy.customers-0-17}: the same event has the same place however often it
 *     is read
 * @param key of the record; null if it has none
 * @param headers by name, in whatever case
 * @param body what was said
 */
public record ForeignEvent(String place, @Nullable String key, Map<String, String> headers, JsonNode body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 60;

    public ForeignEvent {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = java.util.Collections.unmodifiableMap(anyCase);
    }

    /**
     * Reads an event.
     *
     * @param body in JSON; nothing counts as {@code null}
     * @throws Unmappable if it is not JSON
     */
    public static ForeignEvent read(
            String place, @Nullable String key, Map<String, String> headers, byte @Nullable [] body) throws Unmappable {
        try {
            JsonNode tree = body == null || body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
            return new ForeignEvent(place, key, headers, tree);
        } catch (JacksonException e) {
            throw new Unmappable(place + " is not JSON: " + shortened(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new Unmappable(place + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
