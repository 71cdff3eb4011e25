package dev.penstock.ui.fact.tally;

import java.time.Instant;
import java.util.List;

/**
 * What may need a person now.
 *
 * @param causes of failures that came in this hour or the one before, the most frequent first; what somebody muted is left out
 * @param overdue jobs that are held longer than their type allows
 */
public record Attention(List<Cause> causes, long overdue) {
    public Attention {
        causes = List.copyOf(causes);
    }

    /**
     * A cause of failures.
     *
     * @param fingerprint of its group
     * @param attempts that failed by it in that time
     * @param queues in which they did
     * @param since when it was seen first
     */
    public record Cause(String fingerprint, String error, long attempts, List<String> queues, Instant since) {}
}
