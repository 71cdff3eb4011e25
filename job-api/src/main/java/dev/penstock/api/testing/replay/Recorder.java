package dev.penstock.api.testing.replay;

import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a recording from the events of a job's family, all of which lie in one partition of the log. */
public final class Recorder {
    private final JobId id;
    private final Map<JobId, Job> family = new HashMap<>();
    private final List<ChildrenNews.Ended> ends = new ArrayList<>();
    private final List<RecordedAttempt> done = new ArrayList<>();
    private @Nullable Open open;

    /** An attempt that has begun. */
    private record Open(
            Attempt.AttemptStarted start, Job job, @Nullable ChildrenNews children, List<Json> checkpoints) {
        RecordedAttempt ended(
                AttemptEnd.@Nullable Outcome outcome,
                boolean awaits,
                @Nullable Json result,
                @Nullable Failure failure,
                @Nullable Duration snoozed) {
            return new RecordedAttempt(
                    start.lease().round(),
                    start.lease().attempt(),
                    start.lease().number(),
                    start.claimed(),
                    start.startedAt(),
                    job.spec().payload(),
                    job.checkpoint(),
                    children,
                    outcome,
                    awaits,
                    result,
                    failure,
                    snoozed,
                    checkpoints);
        }
    }

    /** @param id the job; events of others count only if they are its children's */
    public Recorder(JobId id) {
        this.id = id;
    }

    /** The next event of the partition. */
    public void take(EventMessage event) {
        if (!(event.body() instanceof JobEvent)) {
            return;
        }
        JobId about = new JobId(event.key());
        Job before = family.get(about);
        if (about.equals(id) && before != null) {
            take(event, before);
        }
        Job after = Evolution.evolve(before, event);
        if (after == null) {
            family.remove(about);
        } else if (about.equals(id) || id.equals(after.parent())) {
            family.put(about, after);
        }
    }

    /** Whether the job is there as of the last event. */
    public boolean hasJob() {
        return family.containsKey(id);
    }

    /**
     * What was recorded so far.
     *
     * @throws IllegalStateException if there was no such job
     */
    public Recording recording() {
        Job job = family.get(id);
        if (job == null) {
            throw new IllegalStateException("There is no job " + id + " in this log, or it was deleted.");
        }
        List<RecordedAttempt> attempts = new ArrayList<>(done);
        if (open != null) {
            attempts.add(open.ended(null, false, null, null, null));
        }
        return new Recording(
                id,
                job.spec().type(),
                job.spec().schemaVersion(),
                job.times().createdAt(),
                job.spec().runBy(),
                job.tenant(),
                attempts);
    }

    private void take(EventMessage event, Job before) {
        Open begun = open;
        AttemptEnd end = AttemptEnd.of(before, event.body(), event.at());
        switch (event.body()) {
            case Attempt.AttemptStarted e -> open = new Open(e, before, news(before), new ArrayList<>());
            case Attempt.CheckpointSaved e
            when begun != null -> begun.checkpoints().add(e.state());
            case FamilyEvent.ChildEnded e when e.status() != Status.STOPPED -> ends.add(ended(e));
            default -> {}
        }
        if (end != null
                && begun != null
                && end.lease().number() == begun.start().lease().number()) {
            done.add(begun.ended(
                    end.outcome(),
                    event.body() instanceof FamilyEvent.ChildrenAwaited,
                    result(event),
                    end.failure(),
                    event.body() instanceof Attempt.AttemptSnoozed e ? e.delay() : null));
            open = null;
        }
    }

    private static @Nullable Json result(EventMessage event) {
        return switch (event.body()) {
            case Attempt.AttemptSucceeded e -> e.result();
            case Ending.JobCompleted e -> e.result();
            default -> null;
        };
    }

    /** What a dispatch of the job as it stands tells of its children; null if it is not called back. */
    private @Nullable ChildrenNews news(Job job) {
        Calls calls = job.children().calls();
        if (calls == null || calls.await() == null) {
            return null;
        }
        return new ChildrenNews(
                job.children().total(),
                job.children().open(),
                job.children().failed(),
                ends.subList(Math.min(calls.told(), ends.size()), Math.min(calls.telling(), ends.size())),
                true,
                job.times().createdAt(),
                calls.told());
    }

    private ChildrenNews.Ended ended(FamilyEvent.ChildEnded event) {
        Job child = family.get(event.child());
        if (child == null) {
            return new ChildrenNews.Ended(event.child(), event.child().value(), "", event.status(), null, null);
        }
        List<Failure> errors = child.errors();
        return new ChildrenNews.Ended(
                child.id(),
                child.birth() == null ? "" : child.birth().name(),
                child.spec().type(),
                event.status(),
                child.result(),
                errors.isEmpty() || event.status() == Status.COMPLETED
                        ? null
                        : errors.getLast().message());
    }
}
