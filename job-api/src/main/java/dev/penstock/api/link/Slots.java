package dev.penstock.api.link;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;

/** How many jobs a worker can run at a time, and how many of these places are free. Queues take turns in getting them. */
public final class Slots {
    private final int total;
    private final Semaphore free;
    private final AtomicInteger running = new AtomicInteger();

    public Slots(int total) {
        if (total < 1) {
            throw new IllegalArgumentException("A worker runs at least one job at a time, not " + total);
        }
        this.total = total;
        this.free = new Semaphore(total, true);
    }

    public int total() {
        return total;
    }

    /** Places that are neither busy nor set aside for a poll. */
    public int free() {
        return free.availablePermits();
    }

    /** Places where a job runs; those that are set aside for a poll do not count. */
    public int running() {
        return running.get();
    }

    /** A job begins in a place that was set aside. */
    public void enter() {
        running.incrementAndGet();
    }

    /** A job has ended; its place is free. */
    public void leave() {
        running.decrementAndGet();
        free.release();
    }

    /** Sets places aside for a poll. */
    boolean take(int count, Duration patience) {
        try {
            return free.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Gives places back that the poll did not need. */
    void give(int count) {
        free.release(count);
    }
}
