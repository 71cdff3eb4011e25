package dev.penstock.processor.sdk;

import dev.penstock.api.payload.JobType;

/** Work that may take any time. */
@JobType(name = "chore.endless", queue = "chores")
public record EndlessChore(String what) {}
