package dev.penstock.api.mask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The rules for jobs of one type, and the covered values of one job once they are known: those are covered in texts too, wherever
 * they stand. Immutable.
 */
public final class Mask {
    /** Shorter values are not looked for in texts: they stand there by chance. */
    private static final int SHORTEST = 4;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Covers nothing: for those who may see everything and have said why. */
    public static final Mask NONE = new Mask(Masking.of(List.of(), Map.of()), List.of(), List.of(), Texts.NOTHING);

    private final Masking all;
    private final List<MaskRule> rules;
    private final List<String> values;
    private final Texts texts;

    Mask(Masking all, List<MaskRule> rules, List<String> values) {
        this(all, rules, values, Texts.named(rules));
    }

    private Mask(Masking all, List<MaskRule> rules, List<String> values, Texts texts) {
        this.all = all;
        this.rules = rules;
        this.values = values;
        this.texts = texts;
    }

    /** The same rules, and the values that they cover in a job's contents. */
    public Mask knowing(Collection<Json> contents) {
        // Longest first: one may be a part of another.
        Set<String> found = new TreeSet<>(
                java.util.Comparator.comparing(String::length).reversed().thenComparing(value -> value));
        found.addAll(values);
        for (Json json : contents) {
            Covering.over(this).values(read(json)).stream()
                    .filter(value -> value.length() >= SHORTEST)
                    .forEach(found::add);
        }
        return found.size() == values.size() ? this : new Mask(all, rules, List.copyOf(found), texts);
    }

    /** Payload, result, checkpoint or metadata with what is covered; the very text if nothing is. */
    public Json contents(Json json) {
        JsonNode before = read(json);
        JsonNode after = Covering.over(this).contents(before);
        return after.equals(before) ? json : written(after);
    }

    /** A message of ours, such as an event: contents within it, and what people and programs said. */
    public Json message(Json json) {
        JsonNode before = read(json);
        JsonNode after = Covering.over(this).message(before);
        return after.equals(before) ? json : written(after);
    }

    /** A failure message, a log line: what follows a covered name, and the covered values of the job. */
    public String text(String text) {
        String covered = texts.cover(text);
        for (String value : values) {
            covered = covered.replace(value, Masking.COVER);
        }
        return covered;
    }

    /** Its message and stack. */
    public Failure failure(Failure failure) {
        return new Failure(failure.kind(), failure.error(), text(failure.message()), text(failure.stack()));
    }

    /**
     * Contents that somebody changed who saw them covered: what they left covered is as it was before.
     *
     * @throws IllegalArgumentException with a sentence if it is not JSON, or a covered value cannot be told from another
     */
    public Json restored(Json changed, Json before) {
        return restored(changed, before, covering -> covering::contents);
    }

    /** The same of a message of ours, such as a submission. */
    public Json restoredMessage(Json changed, Json before) {
        return restored(changed, before, covering -> covering::message);
    }

    private Json restored(Json changed, Json before, Function<Covering, UnaryOperator<JsonNode>> cover) {
        JsonNode typed;
        try {
            typed = MAPPER.readTree(changed.text());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is not JSON: " + e.getOriginalMessage(), e);
        }
        JsonNode old = read(before);
        JsonNode shown = cover.apply(Covering.over(this)).apply(old);
        JsonNode whole = Restoring.restored(typed, shown, old, "$");
        return whole.equals(typed) ? new Json(changed.text().strip()) : written(whole);
    }

    /** What holds within a message for jobs of a type that it names. */
    Mask of(String type) {
        return new Mask(all, all.of(type).rules, values, texts);
    }

    boolean covers(List<String> path) {
        return rules.stream().anyMatch(rule -> rule.covers(path));
    }

    /** A text that is not JSON is a text. */
    private static JsonNode read(Json json) {
        try {
            return MAPPER.readTree(json.text());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(json.text());
        }
    }

    private static Json written(JsonNode tree) {
        return new Json(tree.toString());
    }
}
