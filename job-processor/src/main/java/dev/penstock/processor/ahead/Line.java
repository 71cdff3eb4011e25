package dev.penstock.processor.ahead;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Submissions of one queue that were read before their turn, in their order and without a gap: behind the first that found no room
 * none is taken.
 */
final class Line {
    private static final long NONE = -1;

    final String name;
    private final Deque<Held> held = new ArrayDeque<>();
    private int bytes;
    /** Everything before this was taken, or has had its turn. */
    private long next;
    /** The first that was not taken. */
    private long missed = NONE;

    Line(String name) {
        this.name = name;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Whether one was not taken. */
    boolean isClosed() {
        return missed != NONE;
    }

    /** Where to read again; only of a closed line. */
    long missed() {
        return missed;
    }

    int bytes() {
        return bytes;
    }

    boolean wants(long offset) {
        return !isClosed() && offset >= next;
    }

    void take(Held one) {
        held.addLast(one);
        bytes += one.bytes();
        next = one.offset() + 1;
    }

    /** Takes nothing from here on. */
    void close(long offset) {
        missed = offset;
    }

    /** It is read again from what it missed, or from before that. */
    void open() {
        missed = NONE;
    }

    /** The first whose turn has not come; those whose turn has are dropped. */
    @Nullable
    Held poll(long turn) {
        while (true) {
            Held first = held.pollFirst();
            if (first == null) {
                return null;
            }
            bytes -= first.bytes();
            if (first.offset() > turn) {
                return first;
            }
        }
    }
}
