package dev.penstock.stack.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of commands that Kafka has acknowledged to us: none of them may be lost (law 4). */
public final class Acknowledged {
    private final ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
    private final AtomicLong unknown = new AtomicLong();

    public void add(String id) {
        ids.add(id);
    }

    /** One was sent, and nobody knows whether it arrived. */
    public void unknown() {
        unknown.incrementAndGet();
    }

    public List<String> ids() {
        return new ArrayList<>(ids);
    }

    /** Commands of which nobody knows whether they arrived. */
    public long unknowns() {
        return unknown.get();
    }
}
