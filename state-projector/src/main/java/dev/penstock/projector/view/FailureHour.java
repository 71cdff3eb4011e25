package dev.penstock.projector.view;

import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where failures of a group are counted.
 *
 * @param worker who held the job; empty if nobody did
 */
public record FailureHour(Instant hour, String fingerprint, String type, String queue, String worker) {
    /** The hour in which something failed in {@code job}. */
    public static FailureHour of(Instant at, String fingerprint, Job job, String worker) {
        return new FailureHour(
                at.truncatedTo(ChronoUnit.HOURS), fingerprint, job.spec().type(), job.queue(), worker);
    }
}
