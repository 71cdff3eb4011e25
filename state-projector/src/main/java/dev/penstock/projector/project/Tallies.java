package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.Tally;
import dev.penstock.projector.view.Tally.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event adds to the tally of its worker, and of the user whose job it is. */
final class Tallies {
    private Tallies() {}

    static void add(Changes changes, JobEvent event, @Nullable Job after, @Nullable AttemptView attempt, Instant at) {
        if (attempt != null && attempt.worker() != null) {
            worker(changes, Tally.Key.of(at, Kind.WORKER, attempt.worker()), event, attempt);
        }
        String user = after == null ? null : after.spec().runBy();
        if (user != null && after != null) {
            user(changes, Tally.Key.of(at, Kind.USER, user), event, after);
        }
    }

    private static void worker(Changes changes, Tally.Key key, JobEvent event, AttemptView attempt) {
        AttemptEnd end = attempt.end();
        if (event instanceof Attempt.AttemptStarted) {
            changes.tally(key, Tally.BEGUN);
        } else if (end != null && end.took() != null) {
            switch (end.outcome()) {
                case SUCCEEDED -> changes.tally(key, Tally.completed(end.took()));
                case FAILED -> changes.tally(key, Tally.failed(end.took()));
                default -> {}
            }
        }
    }

    private static void user(Changes changes, Tally.Key key, JobEvent event, Job after) {
        if (event instanceof Submission.JobSubmitted) {
            changes.tally(key, Tally.BEGUN);
        } else if (event instanceof Ending.JobCompleted) {
            changes.tally(key, Tally.completed(duration(after)));
        } else if (event instanceof Ending.JobFailed) {
            changes.tally(key, Tally.failed(duration(after)));
        }
    }

    private static Duration duration(Job ended) {
        Instant from = ended.times().startedAt();
        Instant to = ended.times().endedAt();
        return from == null || to == null ? Duration.ZERO : Duration.between(from, to);
    }
}
