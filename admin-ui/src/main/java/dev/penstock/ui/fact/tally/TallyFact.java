package dev.penstock.ui.fact.tally;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker did with attempts, or what became of a user's jobs, in whole hours.
 *
 * @param name of the worker or user
 * @param begun attempts begun; jobs created
 * @param completed of them
 * @param failed attempts that failed; jobs that failed for good
 * @param mean running time of an attempt that ended so; duration of a job; null if none did
 */
public record TallyFact(
        String name,
        long begun,
        long completed,
        long failed,
        @Nullable Duration mean) {
    /** Failed of all that ended; null if none did. */
    public @Nullable Double failureRate() {
        long ended = completed + failed;
        return ended == 0 ? null : (double) failed / ended;
    }
}
