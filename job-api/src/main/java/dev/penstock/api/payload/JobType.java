package dev.penstock.api.payload;

import dev.penstock.api.job.JobPolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which job type a payload record belongs to, where its jobs go and how they are treated:
 * {@snippet :
 * @JobType(name = "email.send", queue = "mail", policy = @JobType.Policy(maxAttempts = 3, timeout = "30s"))
 * record SendEmail(String to, String template) {}
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobType {
    /** Name of the job type: letters, digits, {@code . _ -}, at most 100. */
    String name();

    /** Version of the payload's schema, from 1; a worker hands back jobs of a higher one. */
    int version() default 1;

    /** Queue of jobs whose submission names none. */
    String queue() default "default";

    /** What jobs of this type do, for people. */
    String description() default "";

    /**
     * Fields of the payload that are sealed when a job names its subject, dotted from the top, such as {@code customer.email}; none:
     * all of them.
     */
    String[] sealed() default {};

    /** What may be done to its jobs and how their failures are treated. */
    Policy policy() default @Policy;

    /** A type's policy; durations are written {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 30d}. */
    @interface Policy {
        /** A declared policy replaces only one of a lower version (failure scenario B13): raise it with each change. */
        int version() default 1;

        /** Attempts of a round that may fail; at least 1. */
        int maxAttempts() default 5;

        /** Wait after the first failure. */
        String backoff() default "1s";

        /** Each wait is this many times the one before. */
        double backoffFactor() default 4;

        /** No wait is longer. */
        String longestBackoff() default "1h";

        /** Share by which a wait is made longer or shorter at random. */
        double jitter() default 0.2;

        /** Longest running time of one attempt; empty: none. */
        String timeout() default "";

        /** What the job becomes after its last attempt (S1.21, S3.16). */
        JobPolicy.OnExhausted onExhausted() default JobPolicy.OnExhausted.FAILED;

        /** What follows a lost lease (S1.23). */
        JobPolicy.OnLeaseLost onLeaseLost() default JobPolicy.OnLeaseLost.RETRY;

        /** What a failed child does to its parent. */
        JobPolicy.OnChildFailed onChildFailed() default JobPolicy.OnChildFailed.FAIL;

        /** How long a COMPLETED or ABORTED job is kept (S3.17); also the horizon of idempotency. */
        String deleteAfter() default "30d";

        /** How long files of a completed job are kept (S4.15). */
        String artifactRetention() default "24h";

        /** A running job may be asked to stop (S2.15). */
        boolean stoppable() default true;

        /** A stopped job may go on where it left off (S2.16). */
        boolean resumable() default true;

        /** A completed job may run again (S2.19). */
        boolean restartable() default false;

        /** The worker waits for a grant before it runs; costs a commit interval, gives a fencing token (B2). */
        boolean claimFirst() default false;

        /** A system job: hidden by default (S2.25). */
        boolean system() default false;
    }
}
