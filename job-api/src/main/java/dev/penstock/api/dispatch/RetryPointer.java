package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import java.time.Instant;

/**
 * A wait in a retry topic: a pointer, never the payload (B9).
 *
 * @param job who waits
 * @param timer names the wait
 * @param due when it ends
 */
public record RetryPointer(JobId job, long timer, Instant due) {}
