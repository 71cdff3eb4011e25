package dev.penstock.processor.delay;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been read from a partition and is not done with. Only the contiguous prefix may be committed: what lies behind
 * a wait that goes on is read again after a crash.
 *
 * <p>One thread reads and commits; slots are done by others.
 */
final class Prefix {
    static final long NOTHING_READ = -1;

    private final Deque<Slot> open = new ArrayDeque<>();
    private long next = NOTHING_READ;

    /** A record that was read. */
    static final class Slot {
        private final long offset;
        private volatile boolean done;

        private Slot(long offset) {
            this.offset = offset;
        }

        void done() {
            done = true;
        }
    }

    Slot read(long offset) {
        Slot slot = new Slot(offset);
        open.addLast(slot);
        next = offset + 1;
        return slot;
    }

    /** The offset to go on from after a crash; {@link #NOTHING_READ} before the first record. */
    long committable() {
        while (!open.isEmpty() && open.peekFirst().done) {
            open.removeFirst();
        }
        return open.isEmpty() ? next : open.peekFirst().offset;
    }

    int size() {
        return open.size();
    }
}
