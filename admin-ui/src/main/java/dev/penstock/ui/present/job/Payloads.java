package dev.penstock.ui.present.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.api.job.Json;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.view.EditView;
import dev.penstock.ui.view.JobView.Data;
import dev.penstock.ui.view.Shell;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON for people: one value a line, numbers as they are, secrets masked. */
public final class Payloads {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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

    /** Text that was shown, as a tree: what was covered stays covered. */
    static JsonNode tree(String shown) {
        return read(new Json(shown));
    }

    /** Texts by name as a tree, secrets covered. */
    static JsonNode tree(Map<String, String> texts) {
        ObjectNode node = MAPPER.createObjectNode();
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> node.put(text.getKey(), text.getValue()));
        mask(node);
        return node;
    }

    /** The form to edit a payload in; {@code typed} is what was typed before, null: the payload as it is, secrets masked. */
    public static EditView form(Shell shell, JobDetail detail, @Nullable String typed, String problem) {
        JobFact job = detail.job();
        return new EditView(
                shell,
                job.type() + " " + JobRows.shortId(job.id()),
                Links.job(job.id()),
                Links.job(job.id()) + "/payload",
                job.version(),
                typed == null ? data("Payload", detail.payload()).text() : typed,
                problem);
    }

    /**
     * What was typed into the form, with the secrets that it did not show.
     *
     * @param before the payload that was shown
     * @throws IllegalArgumentException with a sentence if it is not JSON
     */
    public static Json typed(String text, Json before) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode()) {
                throw new IllegalArgumentException("The payload is empty; {} is a payload without fields.");
            }
            return unmask(tree, read(before)) ? new Json(tree.toString()) : new Json(text.strip());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static boolean unmask(JsonNode node, JsonNode before) {
        boolean unmasked = false;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode old = before.path(field.getKey());
                boolean masked = MASK.equals(field.getValue().textValue()) && !old.isMissingNode();
                if (masked) {
                    field.setValue(old);
                }
                boolean inside = unmask(field.getValue(), old);
                unmasked = unmasked || masked || inside;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            unmasked |= unmask(node.get(i), before.path(i));
        }
        return unmasked;
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
