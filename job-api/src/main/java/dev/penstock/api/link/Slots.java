package dev.penstock.api.link;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** How many jobs a worker can run at a time, and how many of these places are free. Queues take turns in getting them. */
public final class Slots {
    private final int total;
    private final Semaphore free;

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

    /** Gives one place back. */
    public void give() {
        free.release();
    }

    boolean take(int count, Duration patience) {
        try {
            return free.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    void give(int count) {
        free.release(count);
    }
}
