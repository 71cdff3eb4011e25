package dev.penstock.processor.delay;

import dev.penstock.api.dispatch.RetryPointer;
import dev.penstock.api.topic.TopicNames.Rung;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition of one rung. All its records wait equally long, so the first in is the first out.
 *
 * <p>One thread.
 */
final class Lane {
    /** More than this is not read ahead. */
    private static final int FULL = 1_000;

    final TopicPartition partition;
    final Rung rung;
    final Prefix prefix = new Prefix();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    boolean paused;

    Lane(TopicPartition partition, Rung rung) {
        this.partition = partition;
        this.rung = rung;
    }

    void add(RetryPointer pointer, Instant appended, Prefix.Slot slot) {
        // The lowest rung is read eagerly: its waits are over before the broker's next fetch would bring them.
        Instant until = rung == Rung.SECOND ? appended : appended.plus(rung.delay());
        queue.addLast(new Waiting(pointer, until, slot));
    }

    /** The next wait that leaves this rung by {@code now}; null if none does. */
    @Nullable
    Waiting next(Instant now) {
        Waiting first = queue.peekFirst();
        return first != null && !first.until().isAfter(now) ? queue.removeFirst() : null;
    }

    /** When the next one leaves; null if nothing waits. */
    @Nullable
    Instant nextAt() {
        Waiting first = queue.peekFirst();
        return first == null ? null : first.until();
    }

    boolean isFull() {
        return queue.size() >= FULL;
    }

    boolean isLow() {
        return queue.size() < FULL / 2;
    }

    /**
     * A wait in this rung.
     *
     * @param until when it leaves the rung
     */
    record Waiting(RetryPointer pointer, Instant until, Prefix.Slot slot) {}
}
