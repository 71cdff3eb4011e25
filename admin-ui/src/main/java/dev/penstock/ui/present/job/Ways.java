package dev.penstock.ui.present.job;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.view.JobView.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job's way through the statuses, told from its events. */
final class Ways {
    /** Earlier legs are left out: a job that was retried for a week would fill the page. */
    private static final int SHOWN = 9;

    /** Acts that lead a job elsewhere. */
    private static final List<Verb> ACTS = List.of(Verb.RETRY, Verb.RESTART, Verb.RESUME, Verb.STOP, Verb.ABORT);

    private Ways() {}

    /** The way so far, and what the rules let come next: by itself, and by a person's act. */
    static List<Leg> of(List<EventFact> history, JobFact job) {
        List<Leg> legs = new ArrayList<>(travelled(history));
        Set<Status> next = new LinkedHashSet<>(bySelf(job.status()));
        ACTS.stream().filter(verb -> job.refusal(verb) == null).forEach(verb -> next.add(byAct(verb, job.status())));
        next.remove(job.status());
        next.forEach(status -> legs.add(new Leg(StatusStyle.of(status), "", false, true)));
        return legs;
    }

    /** The way so far. */
    static List<Leg> travelled(List<EventFact> history) {
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

    /** What most often comes next without anybody's act. */
    private static List<Status> bySelf(Status now) {
        return switch (now) {
            case SCHEDULED -> List.of(Status.QUEUED);
            case QUEUED, RETRYING -> List.of(Status.RUNNING);
            case RUNNING -> List.of(Status.COMPLETED, Status.RETRYING, Status.FAILED);
            case WAITING_FOR_CHILDREN -> List.of(Status.COMPLETED);
            case STOPPING -> List.of(Status.STOPPED);
            case FAILED, ABORTED, STOPPED, COMPLETED, EXPIRED -> List.of();
        };
    }

    private static Status byAct(Verb verb, Status now) {
        return switch (verb) {
            case STOP -> Status.STOPPING;
            case ABORT -> now == Status.WAITING_FOR_CHILDREN ? Status.STOPPING : Status.ABORTED;
            case RETRY, RESTART, RESUME, EDIT_PAYLOAD -> Status.QUEUED;
            case RUN_NOW, FORCE_STOP, SET_PRIORITY, EXPIRE_LEASE, DELETE, CLEAR_REVIEW, ERASE_SUBJECT -> now;
        };
    }
}
