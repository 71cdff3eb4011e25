package dev.penstock.processor.delay;

import dev.penstock.api.dispatch.RetryPointer;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Waits that are nearly over, the next due first. One thread. */
final class LastSeconds {
    private final PriorityQueue<Due> heap =
            new PriorityQueue<>(Comparator.comparing(due -> due.pointer().due()));

    /** A wait with the lane it was read from: when the lane is taken away its waits are somebody else's. */
    record Due(RetryPointer pointer, Prefix.Slot slot, Lane lane) {}

    void add(Due due) {
        heap.add(due);
    }

    /** The next wait that is over; null if none is. */
    @Nullable
    Due next(Instant now) {
        Due first = heap.peek();
        return first != null && !first.pointer().due().isAfter(now) ? heap.poll() : null;
    }

    @Nullable
    Instant nextAt() {
        Due first = heap.peek();
        return first == null ? null : first.pointer().due();
    }

    void forget(Lane lane) {
        heap.removeIf(due -> due.lane() == lane);
    }

    int size() {
        return heap.size();
    }
}
