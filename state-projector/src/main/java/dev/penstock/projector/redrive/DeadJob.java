package dev.penstock.projector.redrive;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.ShortHash;
import java.time.Instant;
import java.util.Objects;

/**
 * A job that failed for good.
 *
 * @param error class of the last attempt's failure; why it failed, if no attempt did
 * @param lifecycle version that the retry is asked on
 * @param diedAt when it failed
 */
public record DeadJob(JobId id, String type, String queue, String error, long lifecycle, Instant diedAt) {
    static final String COMMANDS = "redrive-";

    static DeadJob of(Job job, String why) {
        String error = job.errors().isEmpty()
                ? why
                : job.errors().get(job.errors().size() - 1).error();
        Instant ended =
                Objects.requireNonNullElse(job.times().endedAt(), job.times().changedAt());
        return new DeadJob(job.id(), job.spec().type(), job.queue(), error, job.lifecycle(), ended);
    }

    /** Name of the command that retries it: the same for the same death, whoever asks and however often. */
    public String command() {
        return COMMANDS + ShortHash.of(id + "#" + lifecycle);
    }
}
