package dev.penstock.processor.simulate.world;

import dev.penstock.processor.simulate.past.AttemptKey;

/**
 * Chance that belongs to the thing it decides: the same attempt draws the same number whatever else happens, so that two
 * simulations with one seed differ by what was changed and not by luck.
 *
 * @param seed another one draws other numbers
 */
record Dice(long seed) {
    /** What is drawn. */
    enum Draw {
        LATENCY(1),
        TURNAROUND(2),
        LATENESS(3),
        ATTEMPT(4);

        private final long salt;

        Draw(long salt) {
            this.salt = salt * 0x9E3779B97F4A7C15L;
        }
    }

    /** 0 to 1, 1 excluded. */
    double of(Draw what, AttemptKey key) {
        long mixed = mix(seed ^ what.salt);
        mixed = mix(mixed ^ key.job().value().hashCode());
        mixed = mix(mixed ^ (((long) key.round() << 32) | key.attempt()));
        return (mixed >>> 11) / (double) (1L << 53);
    }

    /** The finalizer of splitmix64. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
