package dev.penstock.api.testing.replay;

import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.AttemptEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt was given, and what came of it.
 *
 * @param round of the job
 * @param number of the attempt in the round
 * @param lease number; the fencing token of a claimed one
 * @param claimed it waited for a grant before it ran
 * @param startedAt when it began
 * @param payload as it was then
 * @param checkpoint that it found; null: none
 * @param children news that it was called back with; null: it was not
 * @param outcome how it ended; null: it had not when this was recorded
 * @param awaits it ended to wait for its children
 * @param result that it left; null: none
 * @param failure of a failed one
 * @param snoozed how long it put its job off; null: it did not
 * @param checkpoints that it saved, in order
 */
public record RecordedAttempt(
        int round,
        int number,
        long lease,
        boolean claimed,
        Instant startedAt,
        Json payload,
        @Nullable Json checkpoint,
        @Nullable ChildrenNews children,
        AttemptEnd.@Nullable Outcome outcome,
        boolean awaits,
        @Nullable Json result,
        @Nullable Failure failure,
        @Nullable Duration snoozed,
        List<Json> checkpoints) {
    public RecordedAttempt {
        checkpoints = List.copyOf(checkpoints);
    }

    /** Whether the handler itself ended it, so that running it again can be compared. */
    public boolean isOfTheHandler() {
        return outcome == AttemptEnd.Outcome.SUCCEEDED
                || outcome == AttemptEnd.Outcome.FAILED
                || outcome == AttemptEnd.Outcome.STOPPED
                || outcome == AttemptEnd.Outcome.SNOOZED;
    }
}
