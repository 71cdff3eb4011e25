package dev.penstock.ui.read;

import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs that somebody wants.
 *
 * @param filter which jobs
 * @param after only those that come after this place in the list's order
 * @param before only those that come before it; with {@code after} null
 * @param size rows of a page: 15, 50 or 100
 * @param order of the list
 */
public record Asked(
        Filter filter, @Nullable Cursor after, @Nullable Cursor before, int size, Order order) {
    /** By creation, which has an index that serves both. */
    public enum Order {
        NEWEST,
        OLDEST
    }

    public Asked(Filter filter, @Nullable Cursor after, @Nullable Cursor before, int size) {
        this(filter, after, before, size, Order.NEWEST);
    }

    /** S4.7 asks for 15; two larger ones for lists on large screens. */
    public static final List<Integer> SIZES = List.of(15, 50, 100);

    public static Asked first(Filter filter, int size) {
        return new Asked(filter, null, null, size);
    }
}
