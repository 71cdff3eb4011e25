package dev.penstock.api.dispatch;

import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permanent failure, or input nobody could read, in {@code jobs.dead-letter}.
 *
 * @param reason one sentence
 * @param job the job, if there is one
 * @param spec what was asked for, payload included
 * @param round the round that failed
 * @param errors of the round's attempts, oldest first, at most 10
 * @param source where the input came from: topic, partition, offset
 * @param input the undecodable bytes, base64, at most 256 KB
 * @param at when
 */
public record DeadLetter(
        String reason,
        @Nullable JobId job,
        @Nullable JobSpec spec,
        int round,
        List<Failure> errors,
        @Nullable Source source,
        @Nullable String input,
        Instant at) {
    /** Where the input came from. */
    public record Source(String topic, int partition, long offset) {}
}
