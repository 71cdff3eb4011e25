package dev.penstock.ui.present.batch;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.batch.BatchFact;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView.StatusFilter;
import dev.penstock.ui.view.batch.BatchesView.Act;
import dev.penstock.ui.view.batch.BatchesView.Batch;
import java.util.ArrayList;
import java.util.List;

/** Batches in words. */
public final class BatchViews {
    private static final int PERCENT = 100;

    private BatchViews() {}

    public static Batch batch(BatchFact batch, Reader reader) {
        long all = batch.depths().all();
        long ended = batch.ended();
        long failed = batch.depths().failed();
        return new Batch(
                batch.id(),
                Links.batch(batch.id()),
                batch.more() ? say("the newest {1} jobs", Counts.of(all)) : counted(all, "{1} job", "{1} jobs"),
                new JobRow.Bar(
                        (int) (PERCENT * ended / Math.max(1, all)),
                        say("{1} of {2} ended", Counts.of(ended), Counts.of(all))),
                failed == 0 ? "" : say("{1} failed", Counts.of(failed)),
                String.join(", ", batch.types()),
                batch.by().isEmpty() ? say("system") : String.join(", ", batch.by()),
                reader.moment(batch.firstAt()),
                reader.moment(batch.lastAt()),
                reader.orNull(batch.endedAt()));
    }

    /** The list of its jobs. */
    public static Filter filter(BatchFact batch) {
        return Links.with(Filter.ALL, Key.BATCH, new Value.Word(batch.id(), false));
    }

    /** Its jobs by status, each a list; statuses that none of them has are left out. */
    public static List<StatusFilter> statuses(BatchFact batch) {
        List<StatusFilter> statuses = new ArrayList<>();
        for (StatusStyle style : StatusStyle.values()) {
            Status status = Status.valueOf(style.name());
            if (batch.depths().of(status) > 0) {
                statuses.add(new StatusFilter(
                        style.word(),
                        style.aliases(),
                        Counts.of(batch.depths().of(status)),
                        Links.jobs(Links.with(filter(batch), Key.STATUS, new Value.StatusIs(status))),
                        style.hue().word(),
                        false));
            }
        }
        return statuses;
    }

    /** What can be done to all of its jobs in a status. */
    public static List<Act> acts(BatchFact batch) {
        List<Act> acts = new ArrayList<>();
        Depths depths = batch.depths();
        add(acts, batch, Deed.RETRY, say("Retry what failed"), depths.failed() > 0, Status.FAILED);
        add(acts, batch, Deed.STOP, say("Stop what runs"), depths.of(Status.RUNNING) > 0, Status.RUNNING);
        add(
                acts,
                batch,
                Deed.ABORT,
                say("Abort what waits"),
                depths.of(Status.QUEUED, Status.SCHEDULED, Status.RETRYING, Status.WAITING_FOR_CHILDREN) > 0,
                Status.QUEUED,
                Status.SCHEDULED,
                Status.RETRYING,
                Status.WAITING_FOR_CHILDREN);
        add(acts, batch, Deed.RESUME, say("Resume what is stopped"), depths.of(Status.STOPPED) > 0, Status.STOPPED);
        return acts;
    }

    private static void add(
            List<Act> acts, BatchFact batch, Deed deed, String text, boolean possible, Status... statuses) {
        if (possible) {
            Value[] values = List.of(statuses).stream().map(Value.StatusIs::new).toArray(Value[]::new);
            acts.add(new Act(
                    deed.word(), Links.with(filter(batch), Key.STATUS, values).print(), text));
        }
    }
}
