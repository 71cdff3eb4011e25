package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.program.Installation;
import java.time.Duration;

/**
 * An upgrade.
 *
 * @param older what runs first
 * @param newer what runs in the end
 * @param time how long things are asked for before the first process is replaced, and again after the last
 * @param seed of what is asked
 */
public record UpgradePlan(OlderVersion older, Installation newer, Duration time, long seed) {
    static final int PROCESSORS = 2;
    static final int WORKERS = 2;

    /** To the present version. */
    public static UpgradePlan from(OlderVersion older, int seconds, long seed) {
        return new UpgradePlan(older, Installation.own(), Duration.ofSeconds(seconds), seed);
    }
}
