package dev.penstock.api.lifecycle;

import dev.penstock.api.command.Report.Await;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission.Recount;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import org.jspecify.annotations.Nullable;

/** The fold of what a parent learns of its children. */
final class FamilyEvolution {
    private FamilyEvolution() {}

    static void apply(JobDraft draft, FamilyEvent event) {
        Job.Children c = draft.children;
        Calls calls = c.callsOrFirst();
        switch (event) {
            case FamilyEvent.ChildrenSpawned e -> {
                int more = e.children().size();
                draft.children = new Job.Children(c.total() + more, c.open() + more, c.failed(), calls);
            }
            case FamilyEvent.ChildrenAwaited e -> draft.awaitChildren(e.mode());
            case FamilyEvent.ChildEnded e -> {
                if (e.status() == Status.STOPPED) {
                    draft.children = new Job.Children(c.total(), c.open(), c.failed(), calls.stopped(1));
                } else {
                    int failed = isFailure(e.status()) ? 1 : 0;
                    draft.children = new Job.Children(c.total(), c.open() - 1, c.failed() + failed, calls.ended());
                    draft.errorsFlag |= failed > 0 && draft.policy.onChildFailed() != JobPolicy.OnChildFailed.IGNORE;
                }
            }
            case FamilyEvent.ChildReopened e ->
                draft.children = e.status() == Status.STOPPED
                        ? new Job.Children(c.total(), c.open(), c.failed(), calls.stopped(-1))
                        : new Job.Children(
                                c.total(), c.open() + 1, c.failed() - (isFailure(e.status()) ? 1 : 0), calls);
        }
    }

    private static boolean isFailure(Status status) {
        return status == Status.FAILED || status == Status.ABORTED;
    }

    /** A batch waits from its beginning; one of the built-in type is never called back. */
    static Job.Children batch(JobSpec spec) {
        @Nullable Await mode = spec.type().equals(JobSpec.BATCH) ? null : Await.ALL;
        return new Job.Children(0, 0, 0, Calls.FIRST.waiting(mode));
    }

    /** A dispatch of a parent tells it of all ends so far. */
    static Job.Children called(Job.Children c) {
        return c.calls() == null
                ? c
                : new Job.Children(c.total(), c.open(), c.failed(), c.calls().called());
    }

    /** A parent that was stopped goes on, and its children with it. */
    static Job.Children resumed(Job.Children c) {
        return c.calls() == null
                ? c
                : new Job.Children(c.total(), c.open(), c.failed(), c.calls().resumed());
    }

    /** Children changed while the parent had ended. */
    static Job.Children recounted(Job.Children c, Recount now) {
        Calls calls = c.callsOrFirst();
        return new Job.Children(c.total(), now.open(), now.failed(), calls.stopped(now.stopped() - calls.stopped()));
    }

    /** The children of a round that does everything anew; those before it are no longer waited for. */
    static Job.Children generation(Job.Children before, int round) {
        return before.calls() == null ? before : new Job.Children(0, 0, 0, Calls.of(round));
    }
}
