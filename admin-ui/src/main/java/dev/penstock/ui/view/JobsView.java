package dev.penstock.ui.view;

import dev.penstock.ui.chart.Histogram;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of jobs.
 *
 * @param shell the frame
 * @param statuses chips that choose a status, with how many jobs have it
 * @param filter what is asked for, as the form shows it
 * @param dropped chips that take one part of the filter away
 * @param hidden chips that show what is hidden at first: children, system jobs (S2.23, S2.25)
 * @param acts what else can be done to ticked rows
 * @param table this page of jobs, newest first
 * @param views filters that have names
 * @param matches how many match: "353 jobs", "10 000+ jobs"
 * @param scanned how far back was searched, if not through all; empty if it was
 * @param times bars that show when the jobs that match were created; null if there are too few
 * @param newer jobs that came after the first row was shown; null if none
 * @param pager the pages before and after, and how many a page holds
 * @param empty why nothing is shown; null if there are rows
 */
public record JobsView(
        Shell shell,
        List<StatusFilter> statuses,
        Filter filter,
        List<Drop> dropped,
        List<OverviewView.Choice> hidden,
        List<BulkAct> acts,
        Table table,
        Views views,
        String matches,
        String scanned,
        @Nullable Times times,
        @Nullable Newer newer,
        Pager pager,
        @Nullable Empty empty) {

    /** A chip that chooses a status; hue is empty for "All". */
    public record StatusFilter(String word, String title, String count, String href, String hue, boolean current) {}

    /**
     * What the form shows.
     *
     * @param text the whole filter in its language
     * @param problem what is wrong with it; empty if nothing
     * @param caret blanks and a caret that point at it, with a line break
     * @param type the type it names, if it names one
     * @param queue the queue it names, if it names one
     * @param types what can be chosen
     * @param queues what can be chosen
     * @param spans choice of how long ago
     * @param csv where the list is as CSV
     */
    public record Filter(
            String text,
            String problem,
            String caret,
            String type,
            String queue,
            List<String> types,
            List<String> queues,
            List<OverviewView.Choice> spans,
            String csv) {}

    /** A chip that takes one part of the filter away. */
    public record Drop(String text, String href) {}

    /** An act on ticked rows. */
    public record BulkAct(String key, String word) {}

    /**
     * This page of jobs.
     *
     * @param heads of the columns that the reader chose; status and job come before them
     * @param rows in the list's order
     * @param choices all columns that there are
     */
    public record Table(List<Head> heads, List<Row> rows, List<ColumnChoice> choices) {}

    /** A column's head; {@code sort} if the list can be sorted by it. */
    public record Head(String text, @Nullable Sort sort) {}

    /**
     * How a list is sorted.
     *
     * @param href the same list in the other order
     * @param order as {@code aria-sort} says it: ascending or descending
     */
    public record Sort(String href, String order) {
        public boolean ascending() {
            return order.equals("ascending");
        }
    }

    /** A job with the cells of the chosen columns. */
    public record Row(JobRow job, List<Cell> cells) {}

    /** What a cell shows: a moment, else a span, else the text. */
    public record Cell(
            String label,
            String text,
            @Nullable Moment moment,
            @Nullable Took took) {}

    /** A column that may be chosen. */
    public record ColumnChoice(String key, String text, boolean chosen) {}

    /**
     * Filters that have names.
     *
     * @param given those that are always there
     * @param own the reader's
     * @param shared of others, for everybody
     * @param mayShare whether the reader may share one
     * @param plain where the list is as for everybody, if this is the reader's default view; else empty
     */
    public record Views(
            List<SavedLink> given, List<SavedLink> own, List<SavedLink> shared, boolean mayShare, String plain) {}

    /**
     * A filter with a name.
     *
     * @param delete where it is deleted; empty if the reader may not
     * @param choose where it becomes what the reader's list opens with, or no more; empty if it cannot
     * @param byDefault whether the reader's list opens with it
     */
    public record SavedLink(
            String name, String filter, String href, boolean current, String delete, String choose, boolean byDefault) {
        /** The same for somebody who may choose it. */
        public SavedLink chosen(String address, boolean yes) {
            return new SavedLink(name, filter, href, current, delete, address, yes);
        }
    }

    /**
     * When the jobs that match were created.
     *
     * @param bars the oldest first
     * @param rest the filter without its times, to which a stretch that is drawn over the bars is added
     * @param caption what is counted
     * @param from where the bars begin
     * @param until where they end
     */
    public record Times(List<TimeBar> bars, String rest, String caption, String from, String until) {}

    /**
     * A bar that leads to its jobs.
     *
     * @param from its first second, as the filter writes it
     * @param until its last second
     * @param text "14 jobs, created …"
     */
    public record TimeBar(Histogram.Bar bar, String href, String from, String until, String text) {}

    /** "12 new", and the address that shows them. */
    public record Newer(String text, String href) {}

    /** Links to the pages before and after; null where there is none. */
    public record Pager(
            @Nullable String previous, @Nullable String next, boolean oldestFirst, List<OverviewView.Choice> sizes) {}

    /** Why nothing is shown and what to do. */
    public record Empty(String title, String text, @Nullable Link link, String command) {}
}
