package dev.penstock.ui.view.batch;

import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView.StatusFilter;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.Moment;
import dev.penstock.ui.view.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches, those with the newest jobs first.
 *
 * @param note said if there are more
 * @param api the same as JSON
 */
public record BatchesView(Shell shell, List<Batch> batches, String note, String api) {

    /**
     * A batch in a few words.
     *
     * @param jobs "412 jobs"
     * @param progress how many have ended
     * @param failed "3 failed"; empty if none
     * @param types of its jobs
     * @param by who triggered them
     * @param ended null while one is open
     */
    public record Batch(
            String id,
            String href,
            String jobs,
            JobRow.Bar progress,
            String failed,
            String types,
            String by,
            Moment first,
            Moment last,
            @Nullable Moment ended) {}

    /**
     * One batch.
     *
     * @param statuses its jobs by status, each a list
     * @param acts what can be done to its jobs, all at once
     * @param jobs the newest
     * @param all the list of all
     * @param items where its items are, if the demo has them; null: nowhere
     */
    public record One(
            Shell shell,
            Batch batch,
            List<StatusFilter> statuses,
            List<Act> acts,
            List<JobRow> jobs,
            Link all,
            @Nullable Link items,
            String api) {}

    /** An act on the jobs of a filter; it is asked about on a page of its own. */
    public record Act(String act, String filter, String text) {}
}
