package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.FailureCount;
import dev.penstock.projector.view.FailureHour;
import dev.penstock.projector.view.JobView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event adds to the failure groups: attempts that fail, and jobs that stand at FAILED until a person acts. */
public final class Failures {
    private static final String NO_ATTEMPT = "JobFailed";

    private Failures() {}

    /**
     * Why the job failed: its round's last failed attempt. One that failed without any (a child failed, its lease was lost)
     * is grouped by the sentence that says so. Null if nothing has failed in the round.
     */
    public static @Nullable Failure of(JobView view) {
        List<Failure> errors = view.job().errors();
        if (!errors.isEmpty()) {
            return errors.get(errors.size() - 1);
        }
        String reason = view.trail().reason();
        return view.job().status() == Status.FAILED
                ? new Failure(Failure.Kind.PERMANENT, NO_ATTEMPT, reason == null ? "" : reason, "")
                : null;
    }

    static void add(Changes changes, @Nullable JobView before, JobEvent event, @Nullable JobView after, Instant at) {
        if (before != null && after != null) {
            Failure failure = happened(event, before, after);
            if (failure != null) {
                String group = Fingerprint.of(failure);
                changes.failure(
                        group,
                        FailureCount.of(new FailureCount.Seen(at, after.job().id(), failure)));
                changes.failure(FailureHour.of(at, group, after.job(), worker(before.job())));
            }
        }
        stand(changes, group(before), group(after));
    }

    private static @Nullable Failure happened(JobEvent event, JobView before, JobView after) {
        if (event instanceof Attempt.AttemptFailed e) {
            return e.failure();
        }
        return event instanceof Ending.JobFailed && before.job().errors().isEmpty() ? of(after) : null;
    }

    private static String worker(Job before) {
        Job.Holder holder = before.run().holder();
        return holder == null ? "" : holder.lease().worker();
    }

    /** The group in which a job stands at FAILED; null if it does not. */
    private static @Nullable String group(@Nullable JobView view) {
        if (view == null || view.job().status() != Status.FAILED) {
            return null;
        }
        Failure failure = of(view);
        return failure == null ? null : Fingerprint.of(failure);
    }

    private static void stand(Changes changes, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            changes.failure(before, FailureCount.ofJobs(-1));
        }
        if (after != null) {
            changes.failure(after, FailureCount.ofJobs(1));
        }
    }
}
