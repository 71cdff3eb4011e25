package dev.penstock.projector.analyst.filter;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a term asks of its key. */
sealed interface Value {
    /**
     * A text, whatever its case.
     *
     * @param text empty: there is none
     * @param prefix the beginning is enough, written {@code email.*}; with an empty text: there is one, written {@code *}
     */
    record Word(String text, boolean prefix) implements Value {
        /** Whether it is the text, or its beginning if that is enough. */
        boolean is(String other) {
            return prefix ? begins(other) : lower(other).equals(lower(text));
        }

        /** Whether the text begins so. */
        boolean begins(String other) {
            return lower(other).startsWith(lower(text));
        }

        /** Whether it is anywhere in the text, at its beginning if that is asked for. */
        boolean isIn(String other) {
            return prefix ? begins(other) : lower(other).contains(lower(text));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stretch of time.
     *
     * @param from its first moment; null: no bound
     * @param to the first moment after it; null: no bound
     */
    record Times(@Nullable Instant from, @Nullable Instant to) implements Value {
        boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }
    }

    /** Whole numbers, both ends included. */
    record Numbers(long from, long to) implements Value {
        boolean holds(long number) {
            return number >= from && number <= to;
        }
    }
}
