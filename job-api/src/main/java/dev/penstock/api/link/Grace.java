package dev.penstock.api.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether to wait a little for a job's end before its start is reported. A short job then reports once instead of twice; before
 * a long one the wait is lost, and with it the time of the whole intake. What jobs of a type did before decides, and every
 * so often it is tried again. Used by one thread.
 */
final class Grace {
    /** A job that ends within this time reports once. */
    static final Duration SHORT = Duration.ofMillis(5);

    private static final int SEEN = 3;
    private static final int AGAIN = 32;
    /** Types are what producers write; forgetting them all only costs the wait again. */
    private static final int MOST = 1_000;

    /** Jobs in a row that took longer, by type. */
    private final Map<String, Integer> longOnes = new HashMap<>();

    boolean isWorthwhile(String type) {
        int row = longOnes.getOrDefault(type, 0);
        return row < SEEN || row % AGAIN == 0;
    }

    /**
     * What became of a job.
     *
     * @param inTime whether its handler had ended when the wait was over, or when it was looked at without one; its report may
     *     still be on its way
     */
    void saw(String type, boolean inTime) {
        if (inTime) {
            longOnes.remove(type);
        } else {
            if (longOnes.size() >= MOST) {
                longOnes.clear();
            }
            longOnes.merge(type, 1, (row, one) -> row == Integer.MAX_VALUE ? SEEN : row + one);
        }
    }
}
