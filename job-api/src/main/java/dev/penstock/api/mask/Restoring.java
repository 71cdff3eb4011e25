package dev.penstock.api.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Puts back what was covered while somebody changed the rest. In a list whose items were moved nobody can say whose secret is
 * whose: that is refused, not guessed.
 */
final class Restoring {
    private Restoring() {}

    /**
     * The value as it is meant.
     *
     * @param typed what came back
     * @param shown what was shown
     * @param before what lies under it
     */
    static JsonNode restored(JsonNode typed, JsonNode shown, JsonNode before, String path) {
        if (typed.equals(shown)) {
            return before;
        }
        if (typed instanceof ObjectNode object) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String name = field.getKey();
                whole.set(name, restored(field.getValue(), shown.path(name), before.path(name), path + "." + name));
            }
            return whole;
        }
        if (typed instanceof ArrayNode items) {
            return list(items, shown, before, path);
        }
        if (isCovered(typed)) {
            throw new IllegalArgumentException("Nothing is known that belongs to the covered value at " + path
                    + ": type a value there, or leave it as it was shown.");
        }
        return typed;
    }

    private static ArrayNode list(ArrayNode typed, JsonNode shown, JsonNode before, String path) {
        long changed = 0;
        for (int i = 0; i < typed.size(); i++) {
            changed += isCovered(typed.get(i)) && !typed.get(i).equals(shown.path(i)) ? 1 : 0;
        }
        if (isCovered(typed) && (changed > 1 || typed.size() != shown.size())) {
            throw new IllegalArgumentException("The list at " + path + " has covered values and its items were moved,"
                    + " added or removed: which value is whose cannot be told. Type the values, or leave the list as it"
                    + " was shown.");
        }
        ArrayNode whole = JsonNodeFactory.instance.arrayNode(typed.size());
        for (int i = 0; i < typed.size(); i++) {
            whole.add(restored(typed.get(i), shown.path(i), before.path(i), path + "[" + i + "]"));
        }
        return whole;
    }

    private static boolean isCovered(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().contains(Masking.COVER);
        }
        for (JsonNode child : node) {
            if (isCovered(child)) {
                return true;
            }
        }
        return false;
    }
}
