package dev.penstock.processor.handlers.workflow;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.payload.JobType;

/**
 * One step of a transfer. A withdrawal that the account cannot bear is tried again, because money may come in; after the last
 * attempt the transfer is given up (S3.16).
 *
 * @param transfer its number; the instance number of its jobs (S3.22)
 * @param step what to do
 * @param from account to take from
 * @param to account to give to
 * @param cents how much, more than 0
 */
@JobType(
        name = "workflow.step",
        description = "Does one step of a transfer in a database transaction, and submits the next with it",
        policy =
                @JobType.Policy(
                        maxAttempts = 3,
                        backoffFactor = 2,
                        timeout = "1m",
                        resumable = false,
                        onExhausted = JobPolicy.OnExhausted.ABORTED))
public record WorkflowStep(String transfer, Step step, String from, String to, long cents) {
    /** The steps, in their order. */
    public enum Step {
        WITHDRAW,
        DEPOSIT,
        SETTLE
    }

    /** The step after this one. */
    WorkflowStep then(Step next) {
        return new WorkflowStep(transfer, next, from, to, cents);
    }
}
