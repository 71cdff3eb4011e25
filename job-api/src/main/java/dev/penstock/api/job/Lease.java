package dev.penstock.api.job;

/**
 * The right to run one attempt of a job: (job, attempt, number, worker), all of which must match (failure scenario A5).
 *
 * @param round begins at 1; Retry, Restart and edit-and-retry begin the next one
 * @param attempt begins at 1 in each round
 * @param number 0 for the dispatch made by the job's own Submit, else 1 + the offset of the command that caused the
 *     dispatch: it grows, never repeats, and comes out the same when the command is decided again
 * @param worker id of the worker process that holds it; new for each process start
 */
public record Lease(int round, int attempt, long number, String worker) {}
