package dev.penstock.processor.decide;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job is created, or its id or key has been used before. */
final class Submissions {
    private Submissions() {}

    static Decision decide(Facts facts, Submit submit, CommandMessage message, Moment moment) {
        Job job = facts.job();
        if (job != null) {
            boolean same = Fingerprint.of(job.spec()).equals(Fingerprint.of(submit.spec()));
            return again(submit, message, job.submit(), same, job.status().name());
        }
        Stub stub = facts.stub();
        if (stub != null) {
            boolean same = stub.fingerprint().equals(Fingerprint.of(submit.spec()));
            return again(
                    submit,
                    message,
                    stub.submit(),
                    same,
                    stub.deleted() ? "deleted" : stub.status().name());
        }
        Decision refused = SubmissionCheck.refusal(facts, submit, moment.now());
        return refused != null ? refused : create(facts, submit, moment);
    }

    private static Decision again(
            Submit submit, CommandMessage message, String firstSubmit, boolean same, String status) {
        if (firstSubmit.equals(message.id())) {
            return Decision.copy("A copy of the submission that made " + submit.job() + ".");
        }
        if (same) {
            return Decision.ignored("Already submitted as " + submit.job() + ", which is " + status + ".");
        }
        return Decision.refused(
                RefusalKind.CONFLICT,
                "Cannot submit " + submit.spec().type() + " as " + submit.job()
                        + ": a job with that id or idempotency key" + " exists (" + status
                        + ") and has another type or payload. Use another key.");
    }

    private static Decision create(Facts facts, Submit submit, Moment moment) {
        JobSpec spec = submit.spec();
        JobPolicy policy = facts.policy().with(spec.overrides());
        Instant runAt = spec.runAt();
        if (runAt != null && runAt.isAfter(moment.now())) {
            return Decision.accepted(
                    new JobSubmitted(spec, policy, null, submit.job(), null),
                    new Waiting.JobScheduled(moment.number(), runAt));
        }
        @Nullable
        Dispatch dispatch = new Dispatch(
                1, 1, moment.number(), spec.priority(), policy.capabilities().claimFirst());
        return Decision.accepted(new JobSubmitted(spec, policy, null, submit.job(), dispatch));
    }
}
