package dev.penstock.processor.decide;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.FamilyEvent.ChildrenSpawned;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.AnswerRequested;
import dev.penstock.api.event.Submission.Birth;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.processor.decide.fact.Change;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job is created, or its id or key has been used before. */
final class Submissions {
    private Submissions() {}

    static Decision decide(Facts facts, Submit submit, CommandMessage message, Moment moment) {
        Job job = facts.job();
        Stub stub = facts.stub();
        if (job != null) {
            boolean same = Fingerprint.of(job.spec()).equals(Fingerprint.of(submit.spec()));
            Decision again =
                    again(submit, message, job.submit(), same, job.status().name());
            return again != null ? again : answerToo(job, submit, message);
        }
        if (stub != null) {
            boolean same = stub.fingerprint().equals(Fingerprint.of(submit.spec()));
            String status = stub.deleted() ? "deleted" : stub.status().name();
            Decision again = again(submit, message, stub.submit(), same, status);
            return again != null ? again : already(submit, status);
        }
        Decision refused = SubmissionCheck.refusal(facts, submit, moment.now());
        return refused != null
                ? refused
                : Uniqueness.decide(facts, submit, message, create(facts, submit, moment), moment);
    }

    /** A copy or a conflict; null if somebody else, or somebody again, asks for the same. */
    private static @Nullable Decision again(
            Submit submit, CommandMessage message, String firstSubmit, boolean same, String status) {
        if (firstSubmit.equals(message.id())) {
            return Decision.copy("A copy of the submission that made " + submit.job() + ".");
        }
        return same
                ? null
                : Decision.refused(
                        RefusalKind.CONFLICT,
                        "Cannot submit " + submit.spec().type() + " as " + submit.job()
                                + ": a job with that id or idempotency key exists (" + status
                                + ") and has another type or payload. Use another key.");
    }

    private static Decision already(Submit submit, String status) {
        return Decision.ignored("Already submitted as " + submit.job() + ", which is " + status + ".");
    }

    /** Nothing new is created; but who awaits the end of a job that has not ended must be remembered until then. */
    private static Decision answerToo(Job job, Submit submit, CommandMessage message) {
        String client = submit.spec().replyTo();
        if (client == null || job.status().isEnd()) {
            return already(submit, job.status().name());
        }
        List<Job.Waiter> waiters = job.run().waitersOrNone();
        if (waiters.contains(new Job.Waiter(client, message.id()))) {
            return Decision.copy("A copy of a submission that awaits " + submit.job() + ".");
        }
        return waiters.size() < Job.Run.MOST_WAITERS
                ? Decision.accepted(new AnswerRequested(client))
                : Decision.refused(
                        RefusalKind.CONFLICT,
                        "Cannot await " + submit.spec().type() + " " + submit.job() + ": " + waiters.size()
                                + " submissions await its end already. Ask for its state instead.");
    }

    private static Decision create(Facts facts, Submit submit, Moment moment) {
        if (facts.parent() != null) {
            return joined(facts, facts.parent(), submit, moment);
        }
        JobSpec spec = Payloads.inQueue(submit.spec(), facts.queue());
        JobPolicy policy = facts.policy().with(spec.overrides());
        Instant runAt = spec.runAt();
        if (runAt != null && runAt.isAfter(moment.now())) {
            return Decision.accepted(
                    new JobSubmitted(spec, policy, null, submit.job(), null, null),
                    new Waiting.JobScheduled(moment.number(), runAt));
        }
        @Nullable
        Dispatch dispatch = spec.batchOf() != null
                ? null
                : new Dispatch(
                        1,
                        1,
                        moment.number(),
                        spec.priority(),
                        policy.capabilities().claimFirst(),
                        facts.around().limits(spec));
        return Decision.accepted(new JobSubmitted(spec, policy, null, submit.job(), null, dispatch));
    }

    /** One of the jobs of a batch. */
    private static Decision joined(Facts facts, Job batch, Submit submit, Moment moment) {
        int number = batch.children().total() + 1;
        Birth birth = new Birth(
                submit.job().rest(), number, batch.children().callsOrFirst().generation());
        Change child = Spawning.created(facts, batch, submit.job(), birth, submit.spec(), moment);
        return new Decision.Accepted(
                child.events(), List.of(new Change(batch.id(), new ChildrenSpawned(List.of(submit.job())))), null);
    }
}
