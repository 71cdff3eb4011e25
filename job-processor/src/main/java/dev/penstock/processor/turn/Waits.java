package dev.penstock.processor.turn;

import dev.penstock.api.job.Backoff;
import java.time.Duration;

/** How long a job waits before it is dispatched again. */
public final class Waits {
    /** No wait that somebody asks for is longer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration LONGEST_HAND_BACK = Duration.ofMinutes(1);

    private Waits() {}

    /** Whether a wait that somebody asks for can be kept: it ends within a year, and does not lie in the past. */
    public static boolean isPossible(Duration asked) {
        return !asked.isNegative() && asked.compareTo(LONGEST) <= 0;
    }

    /**
     * The wait after a transient failure: first x factor^(failures-1), at most max, longer or shorter by the jitter.
     *
     * @param failures failed attempts of the round so far, from 1
     * @param dice 0 to 1; decided by the command's id, so that deciding again gives the same wait
     */
    public static Duration afterFailure(Backoff backoff, int failures, double dice) {
        double wait = (double) backoff.first().toMillis() * Math.pow(backoff.factor(), failures - 1.0);
        double capped = Math.min(wait, (double) backoff.max().toMillis());
        double spread = 1 + backoff.jitter() * (2 * dice - 1);
        return Duration.ofMillis(Math.max(1, Math.round(capped * spread)));
    }

    /** The wait after a hand-back: 1 s, doubling to 1 min (A10). */
    public static Duration afterHandBack(int handBacks) {
        Duration wait = Duration.ofSeconds(1L << Math.min(handBacks, 6));
        return wait.compareTo(LONGEST_HAND_BACK) > 0 ? LONGEST_HAND_BACK : wait;
    }
}
