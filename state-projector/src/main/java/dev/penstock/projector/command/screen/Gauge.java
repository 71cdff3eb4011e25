package dev.penstock.projector.command.screen;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says on standard error how far a long reading is; says nothing of a short one. Thread-safe. */
public final class Gauge {
    private static final long FIRST = Duration.ofSeconds(3).toNanos();
    private static final long EACH = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final long all;
    private final long began = System.nanoTime();
    private long next = began + FIRST;
    private long done;

    /** @param all records there are to read */
    public Gauge(PrintWriter err, long all) {
        this.err = err;
        this.all = all;
    }

    /** One more. */
    public synchronized void one() {
        done++;
        // The clock is not asked for each of millions.
        if ((done & 0x3ff) == 0) {
            say();
        }
    }

    /** So many more. */
    public synchronized void more(int records) {
        done += records;
        say();
    }

    private void say() {
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        next = now + EACH;
        double seconds = (now - began) / 1e9;
        err.printf(
                Locale.ROOT,
                "%,d of %,d records read (%d %%), %,.0f a second%n",
                done,
                all,
                all == 0 ? 100 : Math.min(100, done * 100 / all),
                done / seconds);
        err.flush();
    }
}
