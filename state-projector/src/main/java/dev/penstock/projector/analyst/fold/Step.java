package dev.penstock.projector.analyst.fold;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.analyst.source.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One event and what it did to its job.
 *
 * @param before the job before it; null if there was none, or if the event is about no job
 * @param after the job after it; null if there is none any more
 */
public record Step(
        Fact fact, @Nullable Job before, @Nullable Job after) {
    /** The job behind the event, as it was last; null if the log says nothing of it. */
    public @Nullable Job job() {
        return after == null ? before : after;
    }

    /** Whether the event changed its job; a record read twice does not. */
    public boolean changes() {
        return before == null ? after != null : after == null || after.version() != before.version();
    }
}
