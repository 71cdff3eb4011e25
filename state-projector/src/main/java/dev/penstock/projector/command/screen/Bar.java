package dev.penstock.projector.command.screen;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says on standard error how far a work is of which the end is known; at most each other second, and at its end. Not thread-safe. */
public final class Bar {
    private static final int WIDTH = 20;
    private static final long EACH = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final long all;
    private final long began = System.nanoTime();
    private long next = began + EACH;

    /** @param all how much there is to do */
    public Bar(PrintWriter err, long all) {
        this.err = err;
        this.all = all;
    }

    /** So much is done. */
    public void at(long done) {
        long now = System.nanoTime();
        if (now < next && done < all) {
            return;
        }
        next = now + EACH;
        int full = (int) (WIDTH * done / Math.max(1, all));
        double seconds = (now - began) / 1e9;
        double rate = done / Math.max(seconds, 1e-3);
        err.printf(
                Locale.ROOT,
                "%s%s %,d of %,d, %.1f a second, %.0f s left%n",
                "▓".repeat(full),
                "░".repeat(WIDTH - full),
                done,
                all,
                rate,
                (all - done) / Math.max(rate, 1e-3));
        err.flush();
    }
}
