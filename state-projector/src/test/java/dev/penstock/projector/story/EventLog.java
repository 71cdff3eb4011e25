package dev.penstock.projector.story;

import dev.penstock.api.event.EventMessage;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One partition of a made-up event log: offsets have holes, as transaction markers leave them. */
public final class EventLog {
    private static final int HOLE = 7;

    private final List<LogEntry> entries = new ArrayList<>();
    private final int partition;
    private long next;

    public EventLog(int partition) {
        this.partition = partition;
    }

    /** The stories one after the other. */
    public static EventLog of(Story... stories) {
        EventLog log = new EventLog(0);
        for (Story story : stories) {
            story.events().forEach(log::append);
        }
        return log;
    }

    /** Many jobs, told at the same time, each in its own order; the same for the same seed. */
    public static EventLog random(long seed, int partition, int jobs) {
        Random random = new Random(seed + partition);
        List<Deque<EventMessage>> open = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            open.add(new ArrayDeque<>(
                    RandomStory.tell(random, "r" + partition + "-" + i + ".0").events()));
        }
        EventLog log = new EventLog(partition);
        while (!open.isEmpty()) {
            Deque<EventMessage> next = open.get(random.nextInt(Math.min(open.size(), 20)));
            log.append(next.removeFirst());
            if (next.isEmpty()) {
                open.remove(next);
            }
        }
        return log;
    }

    public void append(EventMessage event) {
        next += next % HOLE == HOLE - 1 ? 1 : 0;
        entries.add(new LogEntry.Fact(new Place(partition, next++), event.at(), event));
    }

    public List<LogEntry> entries() {
        return entries;
    }

    public int partition() {
        return partition;
    }
}
