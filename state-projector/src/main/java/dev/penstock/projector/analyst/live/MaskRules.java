package dev.penstock.projector.analyst.live;

import dev.penstock.api.mask.Masking;
import dev.penstock.api.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is covered in the tables, in the words of the settings {@code penstock.mask}. Whoever asks brings them, so that they stand in
 * one program's configuration alone.
 *
 * @param fields in the contents of all jobs
 * @param types in those of the jobs of a type, beside what holds for all
 */
public record MaskRules(List<String> fields, Map<String, List<String>> types) {
    public MaskRules {
        fields = List.copyOf(fields);
        types = new TreeMap<>(types);
    }

    /** @throws IllegalArgumentException with a sentence if a rule cannot be read */
    Masking masking() {
        return Masking.of(fields, types);
    }

    /** The same text for the same rules. */
    String text() {
        return Wire.text(this);
    }
}
