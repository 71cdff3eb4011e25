package dev.penstock.api.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk through a JSON value; makes a new one. */
final class Covering {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Under these names our messages carry what belongs to a job. */
    private static final Set<String> CONTENTS = Set.of("payload", "result", "checkpoint", "state", "metadata");

    /** Under these names our messages carry what a person or a program said. */
    private static final Set<String> SAID =
            Set.of("message", "stack", "sentence", "cause", "why", "answer", "note", "reason");

    private final Mask mask;
    private final List<String> path = new ArrayList<>();

    private Covering(Mask mask) {
        this.mask = mask;
    }

    static Covering over(Mask mask) {
        return new Covering(mask);
    }

    JsonNode contents(JsonNode node) {
        if (Masking.isSealed(node)) {
            return TextNode.valueOf(Masking.SEALED);
        }
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode covered = JSON.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    path.addLast(field.getKey());
                    covered.set(field.getKey(), isCovered(field.getValue()) ? cover() : contents(field.getValue()));
                    path.removeLast();
                }
                yield covered;
            }
            case ArrayNode items -> {
                ArrayNode covered = JSON.arrayNode(items.size());
                path.addLast(MaskRule.ITEM);
                items.forEach(item -> covered.add(isCovered(item) ? cover() : contents(item)));
                path.removeLast();
                yield covered;
            }
            default -> said(node);
        };
    }

    JsonNode message(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                // A submission names its type beside its payload.
                Mask own = object.path("type").isTextual() && object.has("payload")
                        ? mask.of(object.path("type").textValue())
                        : mask;
                ObjectNode covered = JSON.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    covered.set(field.getKey(), field(own, field.getKey(), field.getValue()));
                }
                yield covered;
            }
            case ArrayNode items -> {
                ArrayNode covered = JSON.arrayNode(items.size());
                items.forEach(item -> covered.add(message(item)));
                yield covered;
            }
            default -> node;
        };
    }

    private static JsonNode field(Mask mask, String name, JsonNode value) {
        Covering walk = new Covering(mask);
        if (CONTENTS.contains(name)) {
            return walk.contents(value);
        }
        return SAID.contains(name) && value.isTextual() ? walk.said(value) : walk.message(value);
    }

    /** The texts and numbers that are covered. */
    List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        collect(node, values);
        return values;
    }

    private void collect(JsonNode node, List<String> values) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                step(field.getKey(), field.getValue(), values);
            }
        } else {
            node.forEach(item -> step(MaskRule.ITEM, item, values));
        }
    }

    private void step(String name, JsonNode value, List<String> values) {
        path.addLast(name);
        if (isCovered(value)) {
            leaves(value, values);
        } else {
            collect(value, values);
        }
        path.removeLast();
    }

    private static void leaves(JsonNode node, List<String> values) {
        if (node.isTextual() || node.isNumber()) {
            values.add(node.asText());
        }
        node.forEach(child -> leaves(child, values));
    }

    /** Null hides nothing, and tells that nothing is there. */
    private boolean isCovered(JsonNode value) {
        return !value.isNull() && mask.covers(path);
    }

    private JsonNode said(JsonNode node) {
        return node.isTextual() ? TextNode.valueOf(mask.text(node.textValue())) : node;
    }

    private static JsonNode cover() {
        return TextNode.valueOf(Masking.COVER);
    }
}
