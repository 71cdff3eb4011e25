package dev.penstock.projector.view;

import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A minute of one queue and type. */
public record MinuteKey(Instant minute, String queue, String type) {
    /** The minute in which something happened to {@code job}. */
    public static MinuteKey of(Job job, Instant at) {
        return new MinuteKey(
                at.truncatedTo(ChronoUnit.MINUTES), job.queue(), job.spec().type());
    }
}
