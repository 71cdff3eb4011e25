package dev.penstock.processor.sdk;

import dev.penstock.api.payload.JobType;

/** Work for the workers of these tests. */
@JobType(name = "chore.do", queue = "chores", policy = @JobType.Policy(maxAttempts = 1, timeout = "3s"))
public record Chore(String what) {}
