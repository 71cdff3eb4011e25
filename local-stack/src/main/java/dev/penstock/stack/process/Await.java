package dev.penstock.stack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, looking at it often; there is no signal to wait for across process borders. */
public final class Await {
    private static final long LOOK_EVERY_MS = 50;

    private Await() {}

    /** Whether the condition became true within the patience given. An interrupt counts as no. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
