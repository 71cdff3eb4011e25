package dev.penstock.ui.view.job;

import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.JobView.EventView;
import dev.penstock.ui.view.JobView.Fact;
import dev.penstock.ui.view.JobView.Leg;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.StatusChip;
import dev.penstock.ui.view.past.AsOfView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a job, and the job as it was after one of them.
 *
 * @param shell the frame
 * @param head of all pages of the job
 * @param asOf the banner, if the job is looked at as of a moment
 * @param past the job as of an event; null if none was chosen
 * @param entries oldest first
 * @param note that earlier ones are left out; empty if not
 * @param api address of the same as JSON
 */
public record HistoryView(
        Shell shell,
        JobView.Head head,
        @Nullable AsOfView asOf,
        @Nullable Past past,
        List<Entry> entries,
        String note,
        String api) {

    /**
     * The job as it was.
     *
     * @param event name of the last event
     * @param at when it happened
     * @param status null: it was deleted by it
     * @param path so far
     * @param facts what was known
     * @param previous address of the job an event earlier
     * @param next address of the job an event later
     */
    public record Past(
            String event,
            Moment at,
            @Nullable StatusChip status,
            List<Leg> path,
            List<Fact> facts,
            @Nullable String previous,
            @Nullable String next) {}

    /** An event, and the address of the job as of it. */
    public record Entry(EventView event, String asOf, boolean current) {}
}
