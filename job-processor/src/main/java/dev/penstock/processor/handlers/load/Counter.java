package dev.penstock.processor.handlers.load;

import org.jspecify.annotations.Nullable;

/** Counts submissions from the moment they are sent to the moment they are answered. */
final class Counter {
    /** Enough to fill Kafka's batches, and a bound for the memory while Kafka does not answer. */
    private static final int MOST_PENDING = 2_000;

    private long submitted;
    private long pending;
    private long notAcknowledged;

    /** Waits until not too many are pending, then counts one more. */
    synchronized void sending() throws InterruptedException {
        while (pending >= MOST_PENDING) {
            wait();
        }
        pending++;
    }

    synchronized void answered(@Nullable Throwable failure) {
        pending--;
        if (failure == null) {
            submitted++;
        } else {
            notAcknowledged++;
        }
        notifyAll();
    }

    synchronized Tally tally(boolean stopped) {
        return new Tally(submitted, pending, notAcknowledged, stopped);
    }
}
