package dev.penstock.ui.read;

import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs that somebody wants.
 *
 * @param filter which jobs
 * @param after only older ones than this place
 * @param before only newer ones than this place; with {@code after} null
 * @param size rows of a page: 15, 50 or 100
 */
public record Asked(
        Filter filter, @Nullable Cursor after, @Nullable Cursor before, int size) {
    /** S4.7 asks for 15; two larger ones for lists on large screens. */
    public static final List<Integer> SIZES = List.of(15, 50, 100);

    public static Asked first(Filter filter, int size) {
        return new Asked(filter, null, null, size);
    }
}
