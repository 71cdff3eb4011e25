package dev.penstock.projector.view;

import dev.penstock.api.lifecycle.Job;

/**
 * By how much a count has changed.
 *
 * @param jobs jobs more or less
 * @param errors of these with the errors flag
 * @param needsReview of these flagged for review
 */
public record CountChange(long jobs, long errors, long needsReview) {
    /** One job more, or one less. */
    public static CountChange of(Job job, int sign) {
        return new CountChange(
                sign, job.marks().errors() ? sign : 0, job.marks().needsReview() ? sign : 0);
    }

    public CountChange plus(CountChange other) {
        return new CountChange(jobs + other.jobs, errors + other.errors, needsReview + other.needsReview);
    }
}
