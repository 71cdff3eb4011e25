package dev.penstock.projector.analyst.picture;

import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds the log into the whole system; {@link #picture} may be asked at any place on the way. Mutable; not thread-safe. */
public final class SystemFold {
    private static final String QUEUE = Setting.key("queue", "");

    private final Fold fold = Fold.lean();
    private final Map<String, Long> events = new HashMap<>();
    private final Set<String> paused = new HashSet<>();
    private final Set<String> declared = new TreeSet<>();
    private long count;
    private @Nullable Instant lastAt;

    /** Takes in the next event. */
    public void add(Fact fact) {
        count++;
        lastAt = lastAt == null || fact.event().at().isAfter(lastAt)
                ? fact.event().at()
                : lastAt;
        if (fact.event().body() instanceof SettingEvent e) {
            setting(e);
        }
        if (fold.step(fact).changes() || fact.event().version() == 0) {
            events.merge(fact.event().body().getClass().getSimpleName(), 1L, Long::sum);
        }
    }

    /** The system after all events so far. */
    public Picture picture(Offsets asOf) {
        Map<Status, Long> statuses = new EnumMap<>(Status.class);
        Map<String, QueueCount> queues = new TreeMap<>();
        declared.forEach(queue -> queues.put(queue, new QueueCount()));
        for (Standing standing : fold.jobs().values()) {
            statuses.merge(standing.job().status(), 1L, Long::sum);
            queues.computeIfAbsent(standing.job().queue(), none -> new QueueCount())
                    .add(standing.job());
        }
        List<Holding> running = running();
        return new Picture(
                asOf.toString(),
                lastAt,
                statuses,
                queues.entrySet().stream()
                        .map(entry -> entry.getValue().line(entry.getKey(), paused.contains(entry.getKey())))
                        .toList(),
                running,
                running.stream().collect(Collectors.groupingBy(Holding::worker, TreeMap::new, Collectors.counting())),
                totals());
    }

    private void setting(SettingEvent event) {
        if (event instanceof SettingEvent.SettingChanged e && e.setting() instanceof Setting.Queue queue) {
            declared.add(queue.name());
            paused.remove(queue.name());
            if (queue.paused()) {
                paused.add(queue.name());
            }
        }
        if (event instanceof SettingEvent.SettingDeleted e && e.key().startsWith(QUEUE)) {
            declared.remove(e.key().substring(QUEUE.length()));
            paused.remove(e.key().substring(QUEUE.length()));
        }
    }

    private List<Holding> running() {
        return fold.jobs().values().stream()
                .map(Standing::job)
                .flatMap(job -> job.run().holder() == null
                        ? Stream.of()
                        : Stream.of(holding(job, job.run().holder())))
                .sorted(Comparator.comparing(Holding::since).thenComparing(Holding::job))
                .toList();
    }

    private static Holding holding(Job job, Job.Holder holder) {
        return new Holding(
                job.id().value(),
                job.spec().type(),
                job.queue(),
                job.status().name(),
                holder.lease().worker(),
                holder.lease().round(),
                holder.lease().attempt(),
                holder.lease().number(),
                holder.since());
    }

    private Totals totals() {
        return new Totals(
                count,
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
        return events.getOrDefault(event, 0L);
    }
}
