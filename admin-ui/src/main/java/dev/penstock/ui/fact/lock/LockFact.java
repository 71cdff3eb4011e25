package dev.penstock.ui.fact.lock;

import dev.penstock.ui.fact.JobFact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lease that somebody holds (S1.33).
 *
 * @param job held job
 * @param age since when it is held, as a span
 * @param usual 99 % of its type's attempts ran no longer; null if none has ended lately
 * @param timeout longest running time of an attempt; null: none
 * @param stale its worker is no longer there (S1.24)
 */
public record LockFact(
        JobFact job,
        Duration age,
        @Nullable Duration usual,
        @Nullable Duration timeout,
        boolean stale) {
    private static final int OVER = 3;

    /** Held for over three times what is usual, or longer than its type allows (S1.23). */
    public boolean stuck() {
        return (usual != null && age.compareTo(usual.multipliedBy(OVER)) > 0)
                || (timeout != null && age.compareTo(timeout) > 0);
    }
}
