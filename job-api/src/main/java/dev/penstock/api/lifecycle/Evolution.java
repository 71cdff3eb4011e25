package dev.penstock.api.lifecycle;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fold: a job and what happened to it give the job after it. Pure and total; the meaning of a released event version
 * never changes (B14).
 *
 * <p>Folding twice changes nothing: an event whose version the job already has is passed over, so a reader that sees a
 * record again (or twice, uncommitted) ends with the same state.
 */
public final class Evolution {
    private Evolution() {}

    /** The job after {@code message}; null if it was deleted, or if there was none and the event creates none. */
    public static @Nullable Job evolve(@Nullable Job job, EventMessage message) {
        Event body = message.body();
        if (!(body instanceof JobEvent event)) {
            return job;
        }
        if (job == null) {
            return event instanceof JobSubmitted submitted ? created(submitted, message) : null;
        }
        if (message.version() <= job.version()) {
            return job;
        }
        if (event instanceof Ending.JobDeleted) {
            return null;
        }
        JobDraft draft = new JobDraft(job);
        apply(draft, event, message);
        return draft.job(message.version(), isQuiet(event), message.at());
    }

    /** What does not make outdated what a person has seen of the job. */
    private static boolean isQuiet(JobEvent event) {
        return event instanceof Attempt.ProgressReported
                || event instanceof Attempt.CheckpointSaved
                || event instanceof Submission.AnswerRequested;
    }

    private static Job created(JobSubmitted e, EventMessage m) {
        Dispatch d = e.dispatch();
        Instant at = m.at();
        Instant runAt = e.spec().runAt();
        boolean batch = e.spec().batchOf() != null;
        return new Job(
                new JobId(m.key()),
                m.version(),
                m.version(),
                batch ? Status.WAITING_FOR_CHILDREN : Status.QUEUED,
                m.tenant(),
                e.spec(),
                e.policy(),
                e.spec().priority(),
                e.parent(),
                e.root(),
                e.birth(),
                m.traceparent(),
                m.command(),
                new Job.Run(
                        1,
                        d == null ? 0 : d.attempt(),
                        0,
                        0,
                        0,
                        false,
                        d,
                        d == null ? null : at,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new Job.Marks(false, false, 0, 0, 0),
                batch ? FamilyEvolution.batch(e.spec()) : Job.Children.NONE,
                new Job.Times(at, runAt != null && runAt.isAfter(at) ? runAt : at, null, null, at),
                null,
                null,
                List.of(),
                List.of());
    }

    private static void apply(JobDraft draft, JobEvent event, EventMessage message) {
        Instant at = message.at();
        switch (event) {
            case Submission e -> submission(draft, e, message);
            case Attempt e -> AttemptEvolution.apply(draft, e, at);
            case Waiting e -> waiting(draft, e);
            case Control e -> control(draft, e);
            case FamilyEvent e -> FamilyEvolution.apply(draft, e);
            case Ending e -> ending(draft, e, at);
        }
    }

    private static void submission(JobDraft draft, Submission event, EventMessage message) {
        Instant at = message.at();
        switch (event) {
            case JobSubmitted e -> {}
            case Submission.JobDispatched e -> {
                draft.release();
                draft.status = Status.QUEUED;
                draft.dispatch = e.dispatch();
                draft.dispatchedAt = at;
                draft.attempt = e.dispatch().attempt();
                draft.claimNext = false;
                draft.children = FamilyEvolution.called(draft.children);
            }
            case Submission.JobRequeued e -> requeued(draft, e, at);
            case Submission.PriorityChanged e -> draft.priority = e.priority();
            case Submission.PolicyRenewed e -> draft.policy = e.policy();
            case Submission.AnswerRequested e -> draft.answerToo(new Job.Waiter(e.replyTo(), message.command()));
        }
    }

    private static void requeued(JobDraft draft, Submission.JobRequeued e, Instant at) {
        draft.release();
        draft.status = Status.QUEUED;
        draft.needsReview = false;
        draft.endedAt = null;
        draft.handBacks = 0;
        if (e.recount() != null) {
            draft.children = FamilyEvolution.recounted(draft.children, e.recount());
        }
        if (e.payload() != null) {
            draft.spec = Payloads.replaced(draft.spec, e.payload());
        }
        if (e.cause() == Submission.JobRequeued.Cause.RESUME) {
            Calls calls = draft.children.calls();
            draft.status = calls != null && calls.waits() ? Status.WAITING_FOR_CHILDREN : Status.QUEUED;
            draft.children = FamilyEvolution.resumed(draft.children);
            return;
        }
        draft.round = e.round();
        draft.attempt = 0;
        draft.failures = 0;
        draft.losses = 0;
        draft.errors = List.of();
        draft.startedAt = null;
        draft.availableAt = at;
        if (e.cause() != Submission.JobRequeued.Cause.RETRY) {
            draft.checkpoint = null;
            draft.children = FamilyEvolution.generation(draft.children, e.round());
        }
    }

    private static void waiting(JobDraft draft, Waiting event) {
        switch (event) {
            case Waiting.JobScheduled e -> {
                draft.status = Status.SCHEDULED;
                draft.waiting = new Job.Wait(e.timer(), e.due());
            }
            case Waiting.RetryScheduled e -> {
                draft.release();
                draft.status = Status.RETRYING;
                draft.waiting = new Job.Wait(e.timer(), e.due());
            }
            case Waiting.PredecessorAwaited e -> {
                draft.status = Status.SCHEDULED;
                draft.after = e.job();
                draft.waiting = null;
            }
            case Waiting.WaitEnded e -> {
                draft.status = Status.QUEUED;
                draft.waiting = null;
            }
            case Waiting.DispatchVanished e -> draft.release();
        }
    }

    private static void control(JobDraft draft, Control event) {
        switch (event) {
            case Control.StopRequested e -> draft.stop(new Job.Stopping(false, false, "Stopped."));
            case Control.AbortRequested e -> draft.stop(new Job.Stopping(true, false, e.why()));
            case Control.ForceStopRequested e -> {
                Job.Stopping s = draft.stopping;
                draft.stop(
                        s == null
                                ? new Job.Stopping(false, true, "Stopped.")
                                : new Job.Stopping(s.abort(), true, s.why()));
            }
            case Control.ReviewCleared e -> draft.needsReview = false;
            case Control.ErrorsFlagged e -> draft.errorsFlag = true;
            case Control.SubjectErased e -> {}
        }
    }

    private static void ending(JobDraft draft, Ending event, Instant at) {
        switch (event) {
            case Ending.JobCompleted e -> {
                draft.end(Status.COMPLETED, at);
                draft.result = e.result();
                draft.checkpoint = null;
                draft.needsReview = false;
            }
            case Ending.JobFailed e -> {
                draft.end(Status.FAILED, at);
                draft.needsReview = e.review();
            }
            case Ending.JobAborted e -> {
                draft.end(Status.ABORTED, at);
                draft.needsReview = false;
            }
            case Ending.JobStopped e -> draft.end(Status.STOPPED, at);
            case Ending.ArtifactExpired e -> draft.status = Status.EXPIRED;
            case Ending.JobDeleted e -> {}
        }
    }
}
