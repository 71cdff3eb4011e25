package dev.penstock.processor.handlers.bench;

import dev.penstock.api.payload.JobType;

/** Nothing to do: what is left is the cost of the system itself. */
@JobType(name = "noop", queue = "bench", description = "Does nothing: what is left is the cost of the system itself")
public record Noop() {}
