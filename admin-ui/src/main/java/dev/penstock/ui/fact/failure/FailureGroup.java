package dev.penstock.ui.fact.failure;

import dev.penstock.api.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failed attempts of one cause.
 *
 * @param fingerprint names the group: a hash of the exception's class, its message's shape and its topmost frames
 * @param error class of the exception
 * @param shape the message with {@code <>} for what differs from job to job
 * @param state what people said about it, and whether it came back since
 * @param counts how often
 * @param first when it was seen first
 * @param last when it was seen last
 * @param sample message and stack of the first one
 * @param verdict who muted or resolved it; null if nobody did
 * @param spread where it happened in the time asked for
 */
public record FailureGroup(
        String fingerprint,
        String error,
        String shape,
        State state,
        Counts counts,
        Seen first,
        Seen last,
        Sample sample,
        @Nullable Verdict verdict,
        Spread spread) {

    /** Where a group stands. */
    public enum State {
        OPEN,
        /** Nobody wants to see it for now. */
        MUTED,
        /** Its cause is gone: nothing has failed in it since somebody said so. */
        RESOLVED,
        /** It was resolved, and has come back. */
        REGRESSED
    }

    /**
     * How often.
     *
     * @param attempts failed ones, ever
     * @param transients of these, another attempt might have helped
     * @param lately failed attempts in the time asked for
     * @param jobs that stand at FAILED now because of it
     */
    public record Counts(long attempts, long transients, long lately, long jobs) {}

    /** When, and which job. */
    public record Seen(Instant at, JobId job) {}

    public record Sample(String message, String stack) {}

    /**
     * What somebody said last.
     *
     * @param by {@code user:ana}
     * @param until end of a mute; null: until it is resolved, or it is none
     */
    public record Verdict(
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable Instant until) {}

    /**
     * Where the failed attempts of the time asked for happened, most first.
     *
     * @param workers by id; their builds are in {@code versions}
     * @param versions of workers; "unknown" if their heartbeats are gone
     * @param otherVersions another build has beaten since the group was seen first, and none of it has failed so
     * @param trend failed attempts by step, oldest first
     * @param step length of one
     */
    public record Spread(
            List<Share> types,
            List<Share> queues,
            List<Share> workers,
            List<Share> versions,
            boolean otherVersions,
            List<Long> trend,
            Duration step) {
        public static final Spread NONE =
                new Spread(List.of(), List.of(), List.of(), List.of(), false, List.of(), Duration.ofHours(1));
    }

    /** So many of them happened there. */
    public record Share(String name, long attempts) {}
}
