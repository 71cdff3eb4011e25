package dev.penstock.api.lifecycle;

import dev.penstock.api.command.Report.Await;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a job that an event may change, opened for the length of one fold.
 *
 * <p>Mutable, but it never leaves {@link Evolution}: one object in place of a copy for each field that changes.
 */
final class JobDraft {
    private final Job before;
    Status status;
    JobSpec spec;
    JobPolicy policy;
    Priority priority;
    int round;
    int attempt;
    int failures;
    int losses;
    int handBacks;
    boolean claimNext;

    @Nullable
    Dispatch dispatch;

    @Nullable
    Instant dispatchedAt;

    Job.@Nullable Holder holder;
    Job.@Nullable Wait waiting;

    @Nullable
    Progress progress;

    @Nullable
    List<Job.Waiter> waiters;

    Job.@Nullable Stopping stopping;

    @Nullable
    JobId after;

    boolean errorsFlag;
    boolean needsReview;
    int attempts;
    int retries;
    int lostLeases;
    Job.Children children;
    Instant availableAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Json checkpoint;

    @Nullable
    Json result;

    List<Failure> errors;
    List<Artifact> artifacts;

    JobDraft(Job job) {
        before = job;
        status = job.status();
        spec = job.spec();
        policy = job.policy();
        priority = job.priority();
        Job.Run run = job.run();
        round = run.round();
        attempt = run.attempt();
        failures = run.failures();
        losses = run.losses();
        handBacks = run.handBacks();
        claimNext = run.claimNext();
        dispatch = run.dispatch();
        dispatchedAt = run.dispatchedAt();
        holder = run.holder();
        waiting = run.waiting();
        progress = run.progress();
        waiters = run.waiters();
        stopping = run.stopping();
        after = run.after();
        Job.Marks marks = job.marks();
        errorsFlag = marks.errors();
        needsReview = marks.needsReview();
        attempts = marks.attempts();
        retries = marks.retries();
        lostLeases = marks.lostLeases();
        children = job.children();
        availableAt = job.times().availableAt();
        startedAt = job.times().startedAt();
        endedAt = job.times().endedAt();
        checkpoint = job.checkpoint();
        result = job.result();
        errors = job.errors();
        artifacts = job.artifacts();
    }

    /** No worker holds the job and nothing of it lies in a work topic. */
    void release() {
        dispatch = null;
        dispatchedAt = null;
        holder = null;
        after = null;
        waiting = null;
        progress = null;
    }

    void stop(Job.Stopping how) {
        if (holder == null) {
            release();
        }
        stopping = how;
        status = Status.STOPPING;
    }

    /** The attempt has ended well, and the job goes on when its children do; a job that is stopped goes on stopping. */
    void awaitChildren(@Nullable Await mode) {
        release();
        status = stopping == null ? Status.WAITING_FOR_CHILDREN : Status.STOPPING;
        children = new Job.Children(
                children.total(),
                children.open(),
                children.failed(),
                children.callsOrFirst().waiting(mode));
    }

    void answerToo(Job.Waiter waiter) {
        List<Job.Waiter> more = waiters == null ? new ArrayList<>() : new ArrayList<>(waiters);
        more.add(waiter);
        waiters = List.copyOf(more);
    }

    void keep(Failure failure) {
        List<Failure> kept = new ArrayList<>(errors);
        if (kept.size() == Job.KEPT_ERRORS) {
            kept.remove(0);
        }
        kept.add(failure);
        errors = List.copyOf(kept);
        errorsFlag = true;
    }

    void end(Status ending, Instant at) {
        release();
        waiters = null;
        stopping = null;
        status = ending;
        endedAt = at;
    }

    Job job(long version, boolean quiet, Instant at) {
        return new Job(
                before.id(),
                version,
                before.lifecycle() + (quiet ? 0 : 1),
                status,
                before.tenant(),
                spec,
                policy,
                priority,
                before.parent(),
                before.root(),
                before.birth(),
                before.traceparent(),
                before.submit(),
                new Job.Run(
                        round,
                        attempt,
                        failures,
                        losses,
                        handBacks,
                        claimNext,
                        dispatch,
                        dispatchedAt,
                        holder,
                        waiting,
                        progress,
                        waiters,
                        stopping,
                        after),
                new Job.Marks(errorsFlag, needsReview, attempts, retries, lostLeases),
                children,
                new Job.Times(before.times().createdAt(), availableAt, startedAt, endedAt, at),
                checkpoint,
                result,
                errors,
                artifacts);
    }
}
