package dev.penstock.processor.observe;

import java.time.Duration;

/**
 * How often things are looked at, and when something counts as lost.
 *
 * @param pulse between own pulses
 * @param lease how long a worker may be silent
 * @param lostAfter how long a dispatch may lie before it is looked for (A3)
 */
public record Timing(Duration pulse, Duration lease, Duration lostAfter) {
    public static final Timing DEFAULT =
            new Timing(Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(60));

    /** A gap between own pulses after which nothing of before counts. */
    Duration longestGap() {
        return pulse.multipliedBy(3);
    }

    /** Between two looks at the work topics. */
    Duration workEvery() {
        Duration sixth = lostAfter.dividedBy(6);
        return sixth.compareTo(Duration.ofSeconds(10)) < 0 ? sixth : Duration.ofSeconds(10);
    }
}
