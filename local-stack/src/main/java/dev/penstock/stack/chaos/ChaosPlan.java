package dev.penstock.stack.chaos;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault run.
 *
 * @param time how long things are asked for and broken
 * @param seed of everything that is left to chance; what depends on timing is not repeated by it
 * @param brokers 1 or 3
 * @param processors how many
 * @param workers how many
 * @param mass queued jobs that are given up before the first worker starts
 * @param breaking whether processes, clocks and brokers are broken too, or only records copied, garbled and forged
 * @param sample file for the log of the run; null: none is kept
 */
public record ChaosPlan(
        Duration time,
        long seed,
        int brokers,
        int processors,
        int workers,
        int mass,
        boolean breaking,
        @Nullable Path sample) {
    private static final int MOST = 10_000;
    private static final int FEW = 50;

    /** A run of that length; the full mass from 300 s on. */
    public static ChaosPlan of(int seconds, long seed, int brokers) {
        int mass = (int) Math.min(MOST, (long) seconds * MOST / 300);
        return new ChaosPlan(Duration.ofSeconds(seconds), seed, brokers, 2, 3, mass, true, null);
    }

    /** A small one, which breaks nothing but sends what should not be there. */
    public static ChaosPlan ofMischief(int seconds, long seed) {
        return new ChaosPlan(Duration.ofSeconds(seconds), seed, 1, 1, 1, FEW, false, null);
    }

    /** The same, and its log is written to a file. */
    public ChaosPlan sampled(@Nullable Path file) {
        return new ChaosPlan(time, seed, brokers, processors, workers, mass, breaking, file);
    }

    /** A dispatch that nobody took for so long is looked for: the default, but not in a run that is hardly longer. */
    Duration lostAfter() {
        return time.compareTo(Duration.ofMinutes(3)) < 0 ? Duration.ofSeconds(15) : Duration.ofSeconds(60);
    }

    /** Between two faults, on average. */
    Duration pause() {
        return Duration.ofSeconds(2);
    }
}
