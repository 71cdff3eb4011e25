package dev.penstock.api.command;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import org.jspecify.annotations.Nullable;

/**
 * Create a job. The only command of the public door, {@code jobs.submissions}.
 *
 * @param job its id; a record without one gets one from its idempotency key, else from its place in the topic
 * @param parent the job that spawns it; it must be unfinished, and its route is the child's
 * @param spec what to run, and how
 */
public record Submit(JobId job, @Nullable JobId parent, JobSpec spec) implements JobCommand {}
