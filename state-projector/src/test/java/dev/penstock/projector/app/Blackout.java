package dev.penstock.projector.app;

import java.util.concurrent.atomic.AtomicInteger;

/** A meter that dies: the batch is in the rows, and the log never hears of it. */
final class Blackout implements ReadSideMeter {
    private final AtomicInteger left;
    final AtomicInteger unreadable = new AtomicInteger();
    final AtomicInteger away = new AtomicInteger();

    private Blackout(int deaths) {
        left = new AtomicInteger(deaths);
    }

    /** Throws after each of the next {@code times} batches was committed to the rows. */
    static Blackout times(int times) {
        return new Blackout(times);
    }

    static Blackout never() {
        return new Blackout(0);
    }

    int left() {
        return left.get();
    }

    @Override
    public void wrote(long records, long rows, long nanos) {
        if (left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("Power is out after the rows were committed");
        }
    }

    @Override
    public void away(String why) {
        away.incrementAndGet();
    }

    @Override
    public void back() {}

    @Override
    public void unreadable() {
        unreadable.incrementAndGet();
    }
}
