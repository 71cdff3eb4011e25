package dev.penstock.stack.chaos.worker;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.payload.JobType;

/** The job types of the fault run: one recipe, different policies. Their waits are short, or the run would last for hours. */
public final class Steps {
    /** Queue of most jobs. */
    public static final String BUSY = "chaos-busy";
    /** Queue of jobs with unusual policies. */
    public static final String ODD = "chaos-odd";
    /** Queue of which few jobs may run at a time. */
    public static final String NARROW = "chaos-narrow";
    /** Queue of jobs that are given up before any worker runs. */
    public static final String MASS = "chaos-mass";

    private Steps() {}

    /** The usual policy. */
    @JobType(
            name = "chaos.step",
            queue = BUSY,
            policy =
                    @JobType.Policy(
                            maxAttempts = 4,
                            backoff = "200ms",
                            backoffFactor = 2,
                            longestBackoff = "2s",
                            restartable = true))
    public record Step(Recipe recipe) {}

    /** Waits for a grant before it runs. */
    @JobType(
            name = "chaos.claimed",
            queue = ODD,
            policy = @JobType.Policy(maxAttempts = 3, backoff = "200ms", longestBackoff = "2s", claimFirst = true))
    public record Claimed(Recipe recipe) {}

    /** Must not run a second time after its worker was lost. */
    @JobType(
            name = "chaos.fragile",
            queue = ODD,
            policy =
                    @JobType.Policy(
                            maxAttempts = 2,
                            backoff = "200ms",
                            longestBackoff = "2s",
                            onLeaseLost = JobPolicy.OnLeaseLost.FAIL))
    public record Fragile(Recipe recipe) {}

    /** Takes longer than it may, now and then; given up when its attempts are used up. */
    @JobType(
            name = "chaos.timed",
            queue = ODD,
            policy =
                    @JobType.Policy(
                            maxAttempts = 2,
                            backoff = "200ms",
                            longestBackoff = "2s",
                            timeout = "2s",
                            onExhausted = JobPolicy.OnExhausted.ABORTED))
    public record Timed(Recipe recipe) {}

    /** One of few, wherever they are. */
    @JobType(
            name = "chaos.narrow",
            queue = NARROW,
            policy = @JobType.Policy(maxAttempts = 3, backoff = "200ms", longestBackoff = "2s", restartable = true))
    public record Narrow(Recipe recipe) {}

    /** One at a time of each name. */
    @JobType(
            name = "chaos.sole",
            queue = ODD,
            policy = @JobType.Policy(maxAttempts = 3, backoff = "200ms", longestBackoff = "2s", restartable = true))
    public record Sole(String name, Recipe recipe) {}

    /** Its file is kept for a moment. */
    @JobType(
            name = "chaos.filed",
            queue = ODD,
            policy =
                    @JobType.Policy(
                            maxAttempts = 3,
                            backoff = "200ms",
                            longestBackoff = "2s",
                            artifactRetention = "4s",
                            restartable = true))
    public record Filed(Recipe recipe) {}

    /** Never runs. */
    @JobType(name = "chaos.mass", queue = MASS)
    public record Mass(Recipe recipe) {}
}
