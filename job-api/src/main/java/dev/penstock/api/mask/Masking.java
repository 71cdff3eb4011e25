package dev.penstock.api.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of payloads, results, checkpoints and metadata are covered. A rule is the name of a field wherever it stands
 * ({@code *token*}: {@code *} stands for any characters, capitals do not matter), or a path from the top ({@code $.card.number},
 * {@code $.cards[*].number}). What stands below a covered field is covered with it. Thread-safe.
 */
public final class Masking {
    /** Stands where something is covered. */
    public static final String COVER = "••••";

    /** The one field of what stands in place of a value that is sealed with its subject's key. */
    public static final String SEAL = "$sealed";

    /** Shown in place of it: nobody who looks has the key. */
    public static final String SEALED = COVER + " sealed";

    /** What sounds like a secret in any payload: rather too much than too little. */
    public static final List<String> USUAL = List.of(
            "*password*",
            "*passwd*",
            "*passphrase*",
            "*secret*",
            "*token*",
            "*api?key*",
            "*authorization*",
            "*credential*",
            "*private?key*");

    private final List<MaskRule> everywhere;
    private final Map<String, List<MaskRule>> byType;
    private final Map<String, Mask> known = new ConcurrentHashMap<>();

    private Masking(List<MaskRule> everywhere, Map<String, List<MaskRule>> byType) {
        this.everywhere = everywhere;
        this.byType = byType;
    }

    /**
     * Rules for the jobs of all types, and further ones for those of some.
     *
     * @throws IllegalArgumentException with a sentence, if one is neither a name nor a path
     */
    public static Masking of(List<String> everywhere, Map<String, List<String>> byType) {
        return new Masking(
                everywhere.stream().map(MaskRule::parse).toList(),
                byType.entrySet().stream()
                        .collect(java.util.stream.Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                type -> type.getValue().stream()
                                        .map(MaskRule::parse)
                                        .toList())));
    }

    /** Whether this very value stands in place of a sealed one. */
    public static boolean isSealed(JsonNode node) {
        return node instanceof ObjectNode object
                && object.size() == 1
                && object.path(SEAL).isTextual();
    }

    /** What holds for jobs of a type; null: of a type that is not known. */
    public Mask of(@Nullable String type) {
        List<MaskRule> own = type == null ? null : byType.get(type);
        String key = type == null || own == null ? "" : type;
        return known.computeIfAbsent(
                key,
                name -> new Mask(
                        this,
                        Stream.concat(everywhere.stream(), own == null ? Stream.empty() : own.stream())
                                .toList(),
                        List.of()));
    }

    /**
     * A regular expression that PostgreSQL reads, with {@code ~*}, for texts that need a look: a mask of any type covers nothing in a
     * text that it does not find, nor has anything to cover in such contents. It finds many in which nothing is covered.
     */
    public String suspicion() {
        List<MaskRule> rules = Stream.concat(
                        everywhere.stream(), byType.values().stream().flatMap(List::stream))
                .toList();
        boolean plain = rules.stream().allMatch(rule -> rule.text().chars().allMatch(c -> c < 0x80));
        // A field whose name is written with escapes is not seen as what it is; plain letters rarely are.
        String escaped = plain ? "\\\\u00[2-7]" : "\\\\u";
        return Stream.of(
                        Texts.SUSPICIONS.stream(),
                        Stream.of(escaped),
                        rules.stream().flatMap(MaskRule::suspicions))
                .flatMap(expressions -> expressions)
                .distinct()
                .collect(java.util.stream.Collectors.joining("|"));
    }
}
