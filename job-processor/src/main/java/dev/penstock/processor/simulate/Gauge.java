package dev.penstock.processor.simulate;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says on standard error how far long work is; says nothing of short work. Not thread-safe. */
final class Gauge {
    private static final long FIRST = Duration.ofSeconds(3).toNanos();
    private static final long EACH = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final String what;
    private long next = System.nanoTime() + FIRST;

    Gauge(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** So much is done of so much. */
    void at(long done, long all) {
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        next = now + EACH;
        err.printf(Locale.ROOT, "%s: %d %%%n", what, all <= 0 ? 100 : Math.min(100, done * 100 / all));
        err.flush();
    }
}
