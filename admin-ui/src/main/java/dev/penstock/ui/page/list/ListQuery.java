package dev.penstock.ui.page.list;

import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.read.Asked;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the address of the list says. */
public class ListQuery {
    private static final int USUAL_SIZE = 50;
    private static final String OLDEST = "created";

    /** Absent: the main list. Empty: all jobs. */
    @QueryParam("q")
    @DefaultValue("parent:none system:no")
    String q = Filter.MAIN.print();

    /** A cursor: the page after it. */
    @QueryParam("after")
    @Nullable
    String after;

    /** A cursor: the page before it. */
    @QueryParam("before")
    @Nullable
    String before;

    /** A cursor: the page that begins with this job. So a list on the screen refreshes without its rows moving. */
    @QueryParam("top")
    @Nullable
    String top;

    /** As of when; see {@link AsOf}. */
    @QueryParam("at")
    @Nullable
    String at;

    /** "created": the oldest first; else the newest. */
    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("size")
    @DefaultValue("50")
    int size = USUAL_SIZE;

    // The form's own fields; they become part of the filter's text.
    @QueryParam("type")
    @Nullable
    String type;

    @QueryParam("queue")
    @Nullable
    String queue;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("until")
    @Nullable
    String until;

    Parsed parsed() {
        return FilterParser.parse(q);
    }

    Filter filter() {
        return parsed() instanceof Parsed.Good good ? good.filter() : Filter.ALL;
    }

    AsOf asOf() {
        return AsOf.parse(at, Instant.now());
    }

    /**
     * The address that says the same with the form's fields inside the filter, and with a moment that stays the same while time
     * goes on; null if this is it.
     */
    @Nullable
    String canonical() {
        boolean fromForm = type != null || queue != null || from != null || until != null;
        if (!(parsed() instanceof Parsed.Good good)) {
            return null;
        }
        if (!fromForm) {
            return isLasting(asOf()) ? null : address("");
        }
        Filter filter = chosen(chosen(good.filter(), Key.TYPE, type), Key.QUEUE, queue);
        String times = times();
        if (!times.isEmpty() && FilterParser.parse(times) instanceof Parsed.Good created) {
            filter = Links.with(
                    filter,
                    Key.CREATED,
                    created.filter().terms().getFirst().values().toArray(new Value[0]));
        }
        return address(filter, "");
    }

    private boolean isLasting(AsOf asOf) {
        return switch (asOf) {
            case AsOf.Now now -> at == null;
            case AsOf.Then then -> AsOf.print(then.at()).equals(at);
            case AsOf.Wrong wrong -> true;
        };
    }

    private static Filter chosen(Filter filter, Key key, @Nullable String word) {
        if (word == null) {
            return filter;
        }
        return word.isEmpty() ? Links.without(filter, key) : Links.with(filter, key, new Value.Word(word, false));
    }

    private String times() {
        boolean begins = from != null && !from.isEmpty();
        boolean ends = until != null && !until.isEmpty();
        if (begins && ends) {
            return "created:" + from + ".." + until;
        }
        return begins ? "created:>=" + from : ends ? "created:<=" + until : "";
    }

    Asked asked() {
        int rows = Asked.SIZES.contains(size) ? size : USUAL_SIZE;
        Cursor first = cursor(top);
        // One step newer than the first job, so that it is on the page itself.
        Cursor beyond =
                first == null ? cursor(after) : new Cursor(first.createdAt().plus(1, ChronoUnit.MICROS), first.id());
        return isOldestFirst()
                ? new Asked(filter(), cursor(after), after == null ? cursor(before) : null, rows, Asked.Order.OLDEST)
                : new Asked(filter(), beyond, beyond == null ? cursor(before) : null, rows);
    }

    @Nullable
    Cursor first() {
        return isOldestFirst() ? null : cursor(top);
    }

    boolean isOldestFirst() {
        return OLDEST.equals(sort);
    }

    /** The list in the other order, from its beginning. */
    String turned() {
        return address(filter(), "", !isOldestFirst());
    }

    boolean isFirstPage() {
        return after == null && before == null;
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null ? null : Cursor.parse(text);
    }

    /** An address of the list with this query and more parameters, such as "after=…". */
    String address(String more) {
        return address(filter(), more);
    }

    /** The first page of the same list as of another moment; of null, as things are. */
    String at(@Nullable Instant moment) {
        return address(filter(), "", isOldestFirst(), moment);
    }

    private String address(Filter filter, String more) {
        return address(filter, more, isOldestFirst());
    }

    private String address(Filter filter, String more, boolean oldestFirst) {
        return address(filter, more, oldestFirst, asOf() instanceof AsOf.Then then ? then.at() : null);
    }

    private String address(Filter filter, String more, boolean oldestFirst, @Nullable Instant moment) {
        StringBuilder address = new StringBuilder("/jobs");
        char separator = '?';
        for (String part : List.of(
                // The main list too: without a filter the address means the reader's own view.
                "q=" + Links.encoded(filter.print()),
                oldestFirst ? "sort=" + OLDEST : "",
                size == USUAL_SIZE || more.startsWith("size=") ? "" : "size=" + size,
                more,
                moment == null ? "" : "at=" + Links.encoded(AsOf.print(moment)))) {
            if (!part.isEmpty()) {
                address.append(separator).append(part);
                separator = '&';
            }
        }
        return address.toString();
    }
}
