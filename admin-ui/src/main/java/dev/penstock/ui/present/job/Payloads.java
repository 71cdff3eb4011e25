package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
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
import org.jspecify.annotations.Nullable;

/** JSON for people: one value a line, numbers as they are, as facts show them. */
public final class Payloads {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    /** What stands where something is covered; the facts come with it. */
    private static final String MASK = "••••";

    private Payloads() {}

    static Data data(String title, Json json) {
        JsonNode tree = read(json);
        String note = Counts.bytes(json.bytes()) + (isCovered(json.text()) ? say(", secrets covered") : "");
        return new Data(title, tree.toPrettyString(), note);
    }

    /** Text that was shown, as a tree: what was covered stays covered. */
    static JsonNode tree(String shown) {
        return read(new Json(shown));
    }

    /** Texts by name as a tree. */
    static JsonNode tree(Map<String, String> texts) {
        ObjectNode node = MAPPER.createObjectNode();
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> node.put(text.getKey(), text.getValue()));
        return node;
    }

    /** The form to edit a payload in; {@code typed} is what was typed before, null: the payload as it is, as facts show them. */
    public static EditView form(Shell shell, JobDetail detail, @Nullable String typed, String problem) {
        JobFact job = detail.job();
        return new EditView(
                shell,
                job.type() + " " + JobRows.shortId(job.id()),
                Links.job(job.id()),
                Links.job(job.id()) + "/payload",
                job.version(),
                typed == null ? data(say("Payload"), detail.payload()).text() : typed,
                problem);
    }

    /**
     * What was typed into the form; what it shows covered is not in it yet.
     *
     * @throws IllegalArgumentException with a sentence if it is not JSON
     */
    public static Json typed(String text) {
        try {
            if (MAPPER.readTree(text).isMissingNode()) {
                throw new IllegalArgumentException(say("The payload is empty; {} is a payload without fields."));
            }
            return new Json(text.strip());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(say("The payload is not JSON: {1}", e.getOriginalMessage()), e);
        }
    }

    static boolean isCovered(String shown) {
        return shown.contains(MASK);
    }

    /** The value as a tree; a text that is not JSON is shown as a text. */
    static JsonNode read(Json json) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(json.text());
        }
    }
}
