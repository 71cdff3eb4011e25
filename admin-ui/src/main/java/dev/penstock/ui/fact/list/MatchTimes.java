package dev.penstock.ui.fact.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the jobs of a list were created.
 *
 * @param from beginning of the first step
 * @param step length of a step
 * @param counts jobs created in each step, the oldest first
 * @param cut there are more, older than these: only the newest were counted
 */
public record MatchTimes(Instant from, Duration step, List<Long> counts, boolean cut) {
    public MatchTimes {
        counts = List.copyOf(counts);
    }

    /** Beginning of a step. */
    public Instant at(int index) {
        return from.plus(step.multipliedBy(index));
    }
}
