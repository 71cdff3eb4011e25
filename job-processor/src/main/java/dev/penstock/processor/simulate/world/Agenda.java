package dev.penstock.processor.simulate.world;

import java.util.PriorityQueue;

/** What is to happen when: simulated time, which jumps from one thing to the next. Microseconds since 1970. */
final class Agenda {
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long now;
    private long count;

    private record Due(long at, long number, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            // Of what happens at the same moment, what was asked for first.
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    Agenda(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    /** At that moment; now, if it has passed. */
    void at(long moment, Runnable what) {
        due.add(new Due(Math.max(moment, now), count++, what));
    }

    /** So long from now. */
    void in(long span, Runnable what) {
        at(now + span, what);
    }

    /** The next thing; false if nothing is left to do until then. */
    boolean step(long until) {
        Due next = due.peek();
        if (next == null || next.at() > until) {
            return false;
        }
        due.remove();
        now = next.at();
        next.what().run();
        return true;
    }
}
