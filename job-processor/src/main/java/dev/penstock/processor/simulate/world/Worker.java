package dev.penstock.processor.simulate.world;

import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.past.Presence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker: slots, some of them free. */
final class Worker {
    /** Low work is for a worker that has had nothing better for so long, as in the SDK. */
    private static final long IDLE = Micros.SECOND;

    private final Presence presence;
    private final Deque<Long> freeSince = new ArrayDeque<>();
    private final Map<String, Long> lastBetter = new HashMap<>();
    private int running;
    private int turn;

    Worker(Presence presence) {
        this.presence = presence;
    }

    String id() {
        return presence.worker();
    }

    List<String> queues() {
        return presence.queues();
    }

    int slots() {
        return presence.slots();
    }

    boolean isThere(long now) {
        return now >= presence.from() && now < presence.to();
    }

    /** Slots that run nothing become free. */
    void open(long now) {
        for (int i = running; i < presence.slots(); i++) {
            freeSince.add(now);
        }
    }

    boolean hasFree() {
        return !freeSince.isEmpty();
    }

    /** Since when the slot has been free that is the next to be taken. */
    long freeSince() {
        return freeSince.isEmpty() ? Long.MAX_VALUE : freeSince.getFirst();
    }

    void free(long now) {
        freeSince.add(now);
    }

    /** A free slot is taken, for a job that is on its way to it. */
    void take() {
        freeSince.remove();
    }

    void begins(String queue, boolean low, long now) {
        running++;
        if (!low) {
            lastBetter.put(queue, now);
        }
    }

    void ended() {
        running--;
    }

    boolean mayTakeLow(String queue, long now) {
        return now - lastBetter.getOrDefault(queue, 0L) >= IDLE && running <= presence.slots() / 2;
    }

    /** Its queues take turns: the how-manieth is the first now. */
    int nextTurn() {
        turn = presence.queues().isEmpty() ? 0 : (turn + 1) % presence.queues().size();
        return turn;
    }
}
