package dev.penstock.projector.analyst.picture;

import dev.penstock.api.job.Status;
import dev.penstock.projector.analyst.source.Offsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A picture that is put together from parts of the log, in any order. Mutable; not thread-safe. */
public final class PictureDraft {
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
    private final Map<String, QueueCount> queues = new TreeMap<>();
    private final Set<String> paused = new HashSet<>();
    private final List<Holding> running = new ArrayList<>();
    private final Map<String, Long> times = new HashMap<>();
    private long events;
    private @Nullable Instant lastAt;

    /** A queue that is declared, jobs or not. */
    public void queue(String name, boolean isPaused) {
        queues.computeIfAbsent(name, none -> new QueueCount());
        if (isPaused) {
            paused.add(name);
        }
    }

    /** So many jobs of a queue stand there; {@code dispatched} if they lie in a work topic or at a gate, or run. */
    public void jobs(String queue, Status status, boolean dispatched, long count) {
        statuses.merge(status, count, Long::sum);
        queues.computeIfAbsent(queue, none -> new QueueCount()).add(status, dispatched, count);
    }

    /** A lease in force. */
    public void running(Holding holding) {
        running.add(holding);
    }

    /**
     * What was read.
     *
     * @param count events
     * @param more of those that changed something, how many there are of each name
     * @param at the latest time of an event; null if there was none
     */
    public void events(long count, Map<String, Long> more, @Nullable Instant at) {
        events += count;
        more.forEach((name, n) -> times.merge(name, n, Long::sum));
        if (at != null && (lastAt == null || at.isAfter(lastAt))) {
            lastAt = at;
        }
    }

    /** The whole system. */
    public Picture picture(Offsets asOf) {
        running.sort(Comparator.comparing(Holding::since).thenComparing(Holding::job));
        return new Picture(
                asOf.toString(),
                lastAt,
                statuses,
                queues.entrySet().stream()
                        .map(entry -> entry.getValue().line(entry.getKey(), paused.contains(entry.getKey())))
                        .toList(),
                List.copyOf(running),
                running.stream().collect(Collectors.groupingBy(Holding::worker, TreeMap::new, Collectors.counting())),
                totals());
    }

    private Totals totals() {
        return new Totals(
                events,
                times("JobSubmitted"),
                times("JobDeleted"),
                times("JobCompleted"),
                times("JobFailed"),
                times("AttemptStarted"),
                times("AttemptFailed"),
                times("AttemptLost"),
                times("CommandRefused"));
    }

    private long times(String event) {
        return times.getOrDefault(event, 0L);
    }
}
