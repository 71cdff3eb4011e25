package dev.penstock.ui.filter;

import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a term asks of its key. */
public sealed interface Value {
    /** Written for a parent that is not there. */
    String NONE = "none";

    /**
     * A text.
     *
     * @param text empty: the job has none
     * @param prefix the beginning is enough, written {@code email.*}; with an empty text: the job has one, written {@code *}
     */
    record Word(String text, boolean prefix) implements Value {
        /** Whether a text has it, or begins with it; capitals do not matter. */
        public boolean isIn(String whole) {
            String small = whole.toLowerCase(Locale.ROOT);
            String wanted = text.toLowerCase(Locale.ROOT);
            return prefix ? small.startsWith(wanted) : small.contains(wanted);
        }
    }

    /** A status; the parser knows every seed document's word for it. */
    record StatusIs(Status status) implements Value {}

    record YesOrNo(boolean yes) implements Value {}

    record OriginIs(Origin origin) implements Value {}

    record PriorityIs(Priority priority) implements Value {}

    /** Whole numbers from {@code from} to {@code to}, both included; null: no bound. At least one is given. */
    record Numbers(@Nullable Long from, @Nullable Long to) implements Value {}

    /**
     * A stretch of time.
     *
     * @param from its beginning; null: no bound
     * @param to its end; null: no bound
     */
    record Times(@Nullable Bound from, @Nullable Bound to) implements Value {}

    /**
     * One end of a stretch of time.
     *
     * @param moment what was written
     * @param included whether the moment, a whole day for {@code 2026-03-01}, belongs to the stretch
     */
    record Bound(Moment moment, boolean included) {}
}
