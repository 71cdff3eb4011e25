package dev.penstock.ui.fact.pipeline;

import dev.penstock.api.job.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * @param partition of {@code jobs.dead-letter}
 * @param offset in it
 * @param kind {@code JOB}: a job that failed for good; {@code UNREADABLE}: input that nobody could read
 * @param reason one sentence
 * @param job the job, if there is one
 * @param type of the job
 * @param queue of the job
 * @param errors of the round's attempts
 * @param source where unreadable input came from; null for a job
 * @param input the unreadable bytes in base64, the first 16 KB of them
 * @param at when
 */
public record LetterFact(
        int partition,
        long offset,
        String kind,
        String reason,
        @Nullable String job,
        @Nullable String type,
        @Nullable String queue,
        Json errors,
        @Nullable Source source,
        @Nullable String input,
        Instant at) {
    public record Source(String topic, int partition, long offset) {}
}
