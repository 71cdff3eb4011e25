package dev.penstock.api.lifecycle;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The fold of what happens to an attempt. */
final class AttemptEvolution {
    private AttemptEvolution() {}

    static void apply(JobDraft draft, Attempt event, Instant at) {
        switch (event) {
            case Attempt.AttemptStarted e -> started(draft, e);
            case Attempt.ProgressReported e -> draft.progress = e.progress();
            case Attempt.CheckpointSaved e -> {
                draft.checkpoint = e.state();
                Job.Holder h = draft.holder;
                draft.holder = h == null ? null : new Job.Holder(h.lease(), h.since(), h.delivery(), true);
            }
            case Attempt.ArtifactAttached e -> {
                List<Artifact> files = new ArrayList<>(draft.artifacts);
                files.add(e.artifact());
                draft.artifacts = List.copyOf(files);
            }
            case Attempt.AttemptSucceeded e -> {
                draft.result = e.result();
                draft.awaitChildren(null);
            }
            case Attempt.AttemptFailed e -> {
                draft.release();
                draft.failures++;
                draft.keep(e.failure());
            }
            case Attempt.AttemptSnoozed e -> draft.release();
            case Attempt.AttemptStopped e -> draft.release();
            case Attempt.AttemptLost e -> {
                draft.release();
                draft.lostLeases++;
                draft.losses += e.poison() ? 1 : 0;
            }
            case Attempt.AttemptHandedBack e -> {
                // An attempt that never began is not counted: the next dispatch has its number again (A10).
                draft.attempt -= draft.holder == null ? 1 : 0;
                draft.release();
                draft.handBacks++;
            }
            case Attempt.StaleDispatchDropped e -> draft.release();
            case Attempt.DeliveriesExhausted e -> {
                draft.release();
                draft.claimNext = true;
            }
        }
    }

    private static void started(JobDraft draft, Attempt.AttemptStarted e) {
        draft.holder = new Job.Holder(e.lease(), e.startedAt(), e.delivery(), false);
        draft.status = Status.RUNNING;
        draft.handBacks = 0;
        draft.attempts++;
        if (draft.attempts > 1) {
            draft.retries++;
        }
        if (draft.startedAt == null) {
            draft.startedAt = e.startedAt();
        }
    }
}
