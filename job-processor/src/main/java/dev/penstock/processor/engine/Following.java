package dev.penstock.processor.engine;

import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.kin.FamilyBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the world outside must learn of an event: dispatches, waits, dead letters, signals, revocations. All derived: an
 * event means the same outputs whenever it is decided.
 */
final class Following {
    private final Incoming in;
    private final Ports.Secrets secrets;
    private final FamilyBook book;
    private final List<Output> outputs;

    Following(Incoming in, Ports.Secrets secrets, FamilyBook book, List<Output> outputs) {
        this.in = in;
        this.secrets = secrets;
        this.book = book;
        this.outputs = outputs;
    }

    void add(JobEvent event, @Nullable Job before, @Nullable Job after) {
        if (after == null) {
            return;
        }
        switch (event) {
            case Submission e -> submission(e, before, after);
            case Attempt e -> attempt(e, before);
            case Waiting.JobScheduled e -> wait(after, e.timer(), e.due());
            case Waiting.RetryScheduled e -> wait(after, e.timer(), e.due());
            case Waiting.PredecessorAwaited e -> {}
            case Waiting.WaitEnded e -> {}
            case Waiting.DispatchVanished e -> {}
            case Control e -> control(e, before, after);
            case FamilyEvent e -> {}
            case Ending e -> ending(e, before, after);
        }
    }

    /** A dispatch that had to pass gates is over: its places are free. */
    void released(@Nullable Job before, @Nullable Job after) {
        Dispatch was = before == null ? null : before.run().dispatch();
        Dispatch is = after == null ? null : after.run().dispatch();
        if (before != null && was != null && (is == null || is.number() != was.number())) {
            was.limitsOrNone()
                    .forEach(
                            gate -> outputs.add(new Output.Gate(gate, GateRequest.release(before.id(), was.number()))));
        }
    }

    private void submission(Submission event, @Nullable Job before, Job after) {
        switch (event) {
            case Submission.JobSubmitted e -> dispatch(after, e.dispatch());
            case Submission.JobDispatched e -> {
                // The record of the dispatch before this one may still lie in the work topic, or turn up again.
                if (before != null && isLying(before)) {
                    revoke(after, e.dispatch().number(), "dispatched again");
                }
                dispatch(after, e.dispatch());
            }
            case Submission.JobRequeued e -> {
                // The revocation of an aborted or stopped job holds for all of its dispatches, the next one too.
                if (before != null && (before.status() == Status.ABORTED || before.status() == Status.STOPPED)) {
                    revoke(after, 1 + in.offset(), "goes on");
                }
            }
            case Submission.PriorityChanged e -> {}
            case Submission.PolicyRenewed e -> {}
            case Submission.AnswerRequested e -> {}
        }
    }

    /** A worker that runs the job is told, and told again by every tick until the job has left STOPPING (C8). */
    private void control(Control event, @Nullable Job before, Job after) {
        Job.Holder holder = before == null ? null : before.run().holder();
        if (before != null && isLying(before)) {
            revoke(after, Long.MAX_VALUE, "stopped");
        }
        if (holder == null || after.status() != Status.STOPPING) {
            return;
        }
        long lease = holder.lease().number();
        outputs.add(new Output.Signal(
                holder.lease().worker(),
                event instanceof Control.ForceStopRequested
                        ? new Signal.ForceStop(after.id(), lease)
                        : new Signal.Stop(after.id(), lease)));
    }

    private void attempt(Attempt event, @Nullable Job before) {
        switch (event) {
            case Attempt.AttemptStarted e
            when e.claimed() ->
                outputs.add(new Output.Granted(
                        e.lease().worker(), new Grant(job(before), e.lease().number(), 1 + in.offset())));
            // The worker may still be running what it has lost.
            case Attempt.AttemptLost e ->
                drop(e.lease().worker(), job(before), e.lease().number(), "The lease is lost: " + e.cause());
            case Attempt.AttemptFailed e
            when in.message().body() instanceof dev.penstock.api.command.Timer ->
                drop(
                        e.lease().worker(),
                        job(before),
                        e.lease().number(),
                        e.failure().message());
            default -> {}
        }
    }

    private dev.penstock.api.job.JobId job(@Nullable Job before) {
        return before != null
                ? before.id()
                : ((dev.penstock.api.command.JobCommand) in.message().body()).job();
    }

    private void ending(Ending event, @Nullable Job before, Job after) {
        switch (event) {
            case Ending.JobFailed e -> dead(after, "Failed for good: " + e.why());
            case Ending.JobAborted e -> {
                // A job that failed for good has its dead letter already.
                if (!after.errors().isEmpty() && (before == null || before.status() != Status.FAILED)) {
                    dead(after, e.why());
                }
                if (before != null && isLying(before)) {
                    revoke(after, Long.MAX_VALUE, e.why());
                }
            }
            case Ending.JobCompleted e -> {}
            case Ending.JobStopped e -> {
                if (before != null && isLying(before)) {
                    revoke(after, Long.MAX_VALUE, "stopped");
                }
            }
            case Ending.ArtifactExpired e -> {}
            case Ending.JobDeleted e -> {}
        }
        String first = after.spec().replyTo();
        if (first != null) {
            answer(after, new Job.Waiter(first, after.submit()));
        }
        if (before != null) {
            before.run().waitersOrNone().forEach(waiter -> answer(after, waiter));
        }
    }

    private void answer(Job after, Job.Waiter to) {
        List<Failure> errors = after.errors();
        String sentence =
                errors.isEmpty() ? null : errors.get(errors.size() - 1).message();
        outputs.add(new Output.Signal(
                to.client(), new Signal.Answer(after.id(), to.command(), after.status(), after.result(), sentence)));
    }

    /** Whether a dispatch of the job may lie in a work topic. */
    private static boolean isLying(Job job) {
        return job.run().dispatch() != null && job.run().holder() == null;
    }

    private void revoke(Job job, long firstGood, String why) {
        outputs.add(new Output.Revoke(job.id(), new Revocation(firstGood, why, job.queue())));
    }

    private void dead(Job after, String reason) {
        outputs.add(new Output.Dead(after.id().route(), DeadLetters.of(after, reason, in.at())));
    }

    private void drop(String worker, dev.penstock.api.job.JobId job, long lease, String why) {
        outputs.add(new Output.Signal(worker, new Signal.Drop(job, lease, why)));
    }

    private void wait(Job after, long timer, java.time.Instant due) {
        outputs.add(new Output.Retry(new RetryPointer(after.id(), timer, due)));
    }

    private void dispatch(Job after, @Nullable Dispatch d) {
        if (d == null) {
            return;
        }
        JobSpec spec = after.spec();
        WorkOrder order = new WorkOrder(
                after.id(),
                spec.type(),
                spec.schemaVersion(),
                spec.payload(),
                spec.queue(),
                d.lane(),
                d.round(),
                d.attempt(),
                d.number(),
                secrets.leaseToken(after.id(), d.round(), d.attempt(), d.number()),
                d.claim(),
                after.policy().timeout(),
                after.checkpoint(),
                after.times().createdAt(),
                after.tenant(),
                spec.runBy(),
                after.traceparent(),
                book.news().of(after),
                secrets.uploadToken(after.id(), d.number()));
        List<String> gates = d.limitsOrNone();
        outputs.add(
                gates.isEmpty()
                        ? new Output.Work(order)
                        : new Output.Gate(gates.getFirst(), GateRequest.pass(order, gates.subList(1, gates.size()))));
    }
}
