package dev.penstock.projector.analyst.filter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One condition; any of its values may hold.
 *
 * @param negated the condition must not hold
 * @param values at least one
 */
record Term(boolean negated, Key key, List<Value> values) {
    /**
     * A text to compare with, whatever its case.
     *
     * @param prefix the beginning is enough, written {@code email.*}
     */
    record Value(String text, boolean prefix) {
        boolean fits(String other) {
            String lower = other.toLowerCase(Locale.ROOT);
            String own = text.toLowerCase(Locale.ROOT);
            return prefix ? lower.startsWith(own) : lower.equals(own);
        }
    }

    /** Whether the condition holds for something that may be called by any of these texts. */
    boolean holds(Stream<String> texts) {
        return negated != texts.anyMatch(text -> values.stream().anyMatch(value -> value.fits(text)));
    }
}
