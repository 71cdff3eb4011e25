package dev.penstock.stack.bench.worker;

import dev.penstock.api.payload.JobType;

/**
 * A job that says when it begins.
 *
 * @param number by which the bench knows it again; the same only for runs of the same job
 * @param millis how long it goes on then
 */
@JobType(name = "bench.mark", queue = "bench-mark", description = "Says when it begins, and sleeps")
public record Mark(long number, int millis) {}
