package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the children of a job stand when it is called back (S1.16).
 *
 * @param total children so far
 * @param open those that have not ended
 * @param failed those that ended FAILED or ABORTED
 * @param ended those that ended since the last call, oldest first; together at most 64 KB
 * @param whole whether {@code ended} lists them all; the others stand in the family's partition of {@code jobs.events}
 * @param since when the first child was created: no event of a child is older
 * @param told how many ends earlier calls knew that ended well: the same in every attempt of this call
 */
public record ChildrenNews(int total, int open, int failed, List<Ended> ended, boolean whole, Instant since, int told) {
    public ChildrenNews {
        ended = List.copyOf(ended);
    }

    /**
     * A child that ended.
     *
     * @param name what the parent called it
     * @param result of a completed child; null if it left none
     * @param error what a failed or aborted one died of; null for others
     */
    public record Ended(
            JobId job,
            String name,
            String type,
            Status status,
            @Nullable Json result,
            @Nullable String error) {}
}
