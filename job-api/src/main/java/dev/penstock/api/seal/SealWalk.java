package dev.penstock.api.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Masking;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One walk through a payload that seals some of its fields; changes the tree in place. */
record SealWalk(DataKey key, char tie, JobId owner) {
    private static final String ROOT = "payload";

    /** Every field of the top level; a payload that is no object as a whole. */
    JsonNode everything(JsonNode payload) {
        if (!(payload instanceof ObjectNode object)) {
            return sealed(payload, ROOT);
        }
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            object.set(field.getKey(), sealed(field.getValue(), ROOT + '.' + field.getKey()));
        }
        return object;
    }

    /** Those fields; complains of one that is nowhere, because somebody takes it for sealed. */
    JsonNode fields(JsonNode payload, List<String> fields, String type) {
        for (String field : fields) {
            if (!field(payload, List.of(field.split("\\.", -1)), ROOT)) {
                throw new IllegalArgumentException("Cannot submit " + type + ": its payload has no field " + field
                        + " to seal. Name a field that is there");
            }
        }
        return payload;
    }

    private boolean field(JsonNode node, List<String> path, String place) {
        if (node instanceof ArrayNode items) {
            boolean any = items.isEmpty();
            for (int i = 0; i < items.size(); i++) {
                any |= field(items.get(i), path, place + '[' + i + ']');
            }
            return any;
        }
        String name = path.getFirst();
        if (!(node instanceof ObjectNode object) || !object.has(name)) {
            return false;
        }
        JsonNode value = object.get(name);
        String below = place + '.' + name;
        if (path.size() > 1) {
            return Masking.isSealed(value) || field(value, path.subList(1, path.size()), below);
        }
        if (!Masking.isSealed(value)) {
            object.set(name, sealed(value, below));
        }
        return true;
    }

    /** A value, sealed in its place. */
    ObjectNode sealed(JsonNode value, String path) {
        byte[] data = key.seal(value.toString().getBytes(StandardCharsets.UTF_8), SealedValue.place(tie, owner, path));
        return JsonNodeFactory.instance
                .objectNode()
                .put(Masking.SEAL, SealedValue.of(tie, key, data).toString());
    }
}
