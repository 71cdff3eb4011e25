package dev.penstock.stack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, looking at it often; there is no signal to wait for across process borders. */
public final class Await {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Await() {}

    /** Whether the condition became true within the patience given. An interrupt counts as no. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        return until(patience, LOOK_EVERY, condition);
    }

    /** The same, for a condition that costs something to look at: with this pause between two looks. */
    public static boolean until(Duration patience, Duration pause, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !sleep(pause)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
