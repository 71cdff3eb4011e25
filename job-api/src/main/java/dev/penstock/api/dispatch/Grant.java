package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;

/**
 * The answer to a claim, keyed by worker in {@code jobs.grants} and read committed: run it (B2).
 *
 * @param job the job
 * @param lease number of the dispatch
 * @param fencingToken 1 + the offset of the accepted {@code Started}: grows with each grant (A5)
 */
public record Grant(JobId job, long lease, long fencingToken) {}
