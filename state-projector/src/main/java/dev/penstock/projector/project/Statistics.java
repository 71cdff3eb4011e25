package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.project.Minute.Count;
import dev.penstock.projector.project.Minute.Measure;
import dev.penstock.projector.view.AttemptView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event adds to the figures of its minute. */
final class Statistics {
    private Statistics() {}

    static void add(Minute minute, @Nullable Job before, JobEvent event, @Nullable Job after) {
        switch (event) {
            case Submission.JobSubmitted e -> minute.count(Count.CREATED, 1);
            case Attempt.AttemptStarted e -> started(minute, before, after);
            case Attempt.AttemptFailed e -> minute.count(Count.FAILED_ATTEMPTS, 1);
            case Attempt.AttemptLost e -> minute.count(Count.LOST_LEASES, 1);
            case Ending e -> ended(minute, e, before);
            case JobEvent e -> {}
        }
        if (before != null && (after == null || after.status() != before.status())) {
            minute.moved(before.status(), -1);
        }
        if (after != null && (before == null || after.status() != before.status())) {
            minute.moved(after.status(), 1);
        }
        if (event instanceof Ending.JobCompleted || event instanceof Ending.JobFailed) {
            measure(
                    minute,
                    Measure.DURATION,
                    after == null ? null : after.times().startedAt(),
                    after);
        }
    }

    static void add(Minute minute, AttemptView attempt) {
        AttemptEnd end = attempt.end();
        if (end != null && attempt.startedAt() != null && end.took() != null) {
            minute.measure(Measure.RUN, end.took());
        }
    }

    private static void started(Minute minute, @Nullable Job before, @Nullable Job after) {
        if (before == null || after == null) {
            return;
        }
        minute.count(Count.STARTED, 1);
        minute.count(Count.RETRIED, after.marks().retries() - before.marks().retries());
        Instant started = after.times().startedAt();
        if (before.times().startedAt() == null && started != null) {
            minute.measure(Measure.WAIT, Duration.between(after.times().availableAt(), started));
        }
    }

    private static void ended(Minute minute, Ending event, @Nullable Job before) {
        switch (event) {
            case Ending.JobCompleted e -> minute.count(Count.COMPLETED, 1);
            case Ending.JobFailed e -> minute.count(Count.FAILED, 1);
            case Ending.JobAborted e -> minute.count(Count.ABORTED, 1);
            case Ending.JobStopped e -> minute.count(Count.STOPPED, 1);
            case Ending.JobDeleted e -> minute.count(Count.DELETED, before == null ? 0 : 1);
            case Ending.ArtifactExpired e -> {}
        }
    }

    private static void measure(Minute minute, Measure what, @Nullable Instant from, @Nullable Job ended) {
        if (from != null && ended != null && ended.times().endedAt() != null) {
            minute.measure(what, Duration.between(from, ended.times().endedAt()));
        }
    }
}
