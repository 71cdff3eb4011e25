package dev.penstock.ui.present.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.api.job.Json;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.view.JobView.Data;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON for people: one value a line, numbers as they are, secrets masked. */
final class Payloads {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|passwd|secret|token|api[-_]?key|authorization|credential).*");
    private static final String MASK = "••••";

    private Payloads() {}

    static Data data(String title, Json json) {
        JsonNode tree = read(json);
        boolean masked = mask(tree);
        String note = Counts.bytes(json.bytes()) + (masked ? ", secrets masked" : "");
        return new Data(title, tree.toPrettyString(), note);
    }

    /** The value as a tree; a text that is not JSON is shown as a text. */
    static JsonNode read(Json json) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(json.text());
        }
    }

    /** Covers what stands under a name that sounds like a secret; says whether anything did. */
    private static boolean mask(JsonNode node) {
        boolean masked = false;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                boolean secret = SECRET.matcher(field.getKey()).matches()
                        && field.getValue().isValueNode();
                if (secret) {
                    field.setValue(TextNode.valueOf(MASK));
                }
                masked |= secret;
            }
        }
        for (JsonNode child : node) {
            masked |= mask(child);
        }
        return masked;
    }
}
