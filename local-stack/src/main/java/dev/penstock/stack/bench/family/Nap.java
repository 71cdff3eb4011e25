package dev.penstock.stack.bench.family;

import dev.penstock.api.payload.JobType;

/**
 * A job that sleeps.
 *
 * @param millis how long
 * @param sentAt microseconds since 1970 when it was submitted; 0 if nobody asks when it began
 */
@JobType(name = "bench.nap", queue = "bench-family", description = "Sleeps, so that slots are what is short")
record Nap(int millis, long sentAt) {}
