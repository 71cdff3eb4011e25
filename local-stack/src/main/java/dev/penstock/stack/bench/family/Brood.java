package dev.penstock.stack.bench.family;

import dev.penstock.api.payload.JobType;

/**
 * A job that only has children.
 *
 * @param children how many
 * @param millis how long each of them sleeps
 */
@JobType(name = "bench.brood", queue = "bench-family", description = "Spawns children and waits for them")
record Brood(int children, int millis) {}
