package dev.penstock.ui.present.job;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.view.JobView.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job's way through the statuses, told from its events. */
final class Ways {
    /** Earlier legs are left out: a job that was retried for a week would fill the page. */
    private static final int SHOWN = 9;

    private Ways() {}

    static List<Leg> of(List<EventFact> history, Status now) {
        List<Step> steps = new ArrayList<>();
        for (EventFact event : history) {
            Status status = after(event.event());
            if (status != null) {
                // What happens at one moment is one step: a submission that is scheduled at once was never queued.
                boolean replaces = !steps.isEmpty()
                        && (steps.getLast().status() == status
                                || steps.getLast().at().equals(event.at()));
                steps = replaces ? new ArrayList<>(steps.subList(0, steps.size() - 1)) : steps;
                steps.add(new Step(status, event.at()));
            }
        }
        List<Step> shown = steps.subList(Math.max(0, steps.size() - SHOWN), steps.size());
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Step step = shown.get(i);
            String after =
                    i == 0 ? "" : Spans.exact(Duration.between(shown.get(i - 1).at(), step.at()));
            legs.add(new Leg(StatusStyle.of(step.status()), after, i == shown.size() - 1, false));
        }
        Status maybe = maybe(now);
        if (maybe != null) {
            legs.add(new Leg(StatusStyle.of(maybe), "", false, true));
        }
        return legs;
    }

    private record Step(Status status, Instant at) {}

    private static @Nullable Status after(String event) {
        return switch (event) {
            case "JobSubmitted", "JobDispatched", "JobRequeued" -> Status.QUEUED;
            case "JobScheduled" -> Status.SCHEDULED;
            case "AttemptStarted" -> Status.RUNNING;
            case "RetryScheduled" -> Status.RETRYING;
            case "AttemptSucceeded", "ChildrenAwaited" -> Status.WAITING_FOR_CHILDREN;
            case "StopRequested", "ForceStopRequested", "AbortRequested" -> Status.STOPPING;
            case "JobStopped" -> Status.STOPPED;
            case "JobCompleted" -> Status.COMPLETED;
            case "JobFailed" -> Status.FAILED;
            case "JobAborted" -> Status.ABORTED;
            case "ArtifactExpired" -> Status.EXPIRED;
            default -> null;
        };
    }

    /** What most often comes next. */
    private static @Nullable Status maybe(Status now) {
        return switch (now) {
            case SCHEDULED -> Status.QUEUED;
            case QUEUED, RETRYING -> Status.RUNNING;
            case RUNNING, WAITING_FOR_CHILDREN -> Status.COMPLETED;
            case STOPPING -> Status.STOPPED;
            case FAILED, ABORTED, STOPPED -> Status.QUEUED;
            case COMPLETED, EXPIRED -> null;
        };
    }
}
