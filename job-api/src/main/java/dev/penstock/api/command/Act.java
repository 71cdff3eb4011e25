package dev.penstock.api.command;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;

/**
 * What a person or a service does to a job. Signed by the service that authenticated the actor (A7); may carry
 * {@code ifVersion}, the lifecycle version the actor saw (B5).
 */
public sealed interface Act extends JobCommand {
    /** Stop gracefully (S2.15). */
    record Stop(JobId job) implements Act {}

    /** Interrupt a STOPPING job; data may become inconsistent (S2.17). */
    record ForceStop(JobId job) implements Act {}

    /** Go on where a STOPPED job left off (S2.16). */
    record Resume(JobId job) implements Act {}

    /** Give the job up: cancel in S2.18, abort in S3.25. */
    record Abort(JobId job) implements Act {}

    /** Back to the queue; attempts start again at 0 (S0.17, S3.25). */
    record Retry(JobId job) implements Act {}

    /** Run a COMPLETED job again (S2.19). */
    record Restart(JobId job) implements Act {}

    /** Start a SCHEDULED or RETRYING job without waiting. */
    record RunNow(JobId job) implements Act {}

    /** Move to another lane (S2.20, S2.21). */
    record SetPriority(JobId job, Priority priority) implements Act {}

    /** Begin a new round with another payload; the old one stays in the history. */
    record EditPayload(JobId job, Json payload) implements Act {}

    /** Free the lease of a stuck job; it is then retried or failed (S1.14, S1.23, S1.24). */
    record ExpireLease(JobId job, long lease) implements Act {}

    /** Remove an ended job from every view; its events stay in the log (S0.18, S4.8). */
    record Delete(JobId job) implements Act {}

    /** A person has looked at a flagged job (S1.21). */
    record ClearReview(JobId job) implements Act {}

    /** Destroy the key of the job's data subject; its contents become unreadable (B15). */
    record EraseSubject(JobId job, String subject) implements Act {}
}
