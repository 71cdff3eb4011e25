package dev.penstock.ui.read;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.QueueFact.Flow;
import dev.penstock.ui.fact.QueueFact.Lane;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.fact.WorkerFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Queues with their depth, their workers and what flows through them. */
@ApplicationScoped
@Transactional
public class QueueQueries {
    private final CountQueries counts;
    private final WorkerQueries workers;
    private final SettingQueries settings;
    private final StatisticQueries statistics;
    private final LineQueries lines;

    @Inject
    public QueueQueries(
            CountQueries counts,
            WorkerQueries workers,
            SettingQueries settings,
            StatisticQueries statistics,
            LineQueries lines) {
        this.counts = counts;
        this.workers = workers;
        this.settings = settings;
        this.statistics = statistics;
        this.lines = lines;
    }

    /** The lanes in which jobs wait, by queue, with the first of each. */
    public Map<String, List<Lane>> lanes() {
        return lines.lanes(null, 1);
    }

    /** Who is next in line in a queue, lane by lane (S1.4). */
    public List<Lane> line(String queue, int shown) {
        return lines.lanes(queue, shown).getOrDefault(queue, List.of());
    }

    /** All declared queues and all that have jobs, by name; flow of the last {@code over}. */
    public List<QueueFact> all(Duration over) {
        Map<String, Setting.Queue> queues = new TreeMap<>();
        for (SettingFact<Setting.Queue> queue : settings.queues()) {
            queues.put(queue.value().name(), queue.value());
        }
        Map<String, Depths> depths = counts.byQueue();
        depths.keySet().forEach(name -> queues.computeIfAbsent(name, n -> Setting.Queue.named(n, "")));
        Map<String, Flow> flows = statistics.flowByQueue(Instant.now().minus(over), over);
        List<WorkerFact> live = workers.live();
        return queues.values().stream()
                .map(queue -> fact(queue, depths.get(queue.name()), flows.get(queue.name()), live))
                .toList();
    }

    private static QueueFact fact(
            Setting.Queue queue, @Nullable Depths depths, @Nullable Flow flow, List<WorkerFact> live) {
        return new QueueFact(
                queue,
                depths == null ? Depths.NONE : depths,
                live.stream()
                        .filter(worker -> worker.queues().contains(queue.name()))
                        .toList(),
                flow == null ? Flow.NONE : flow);
    }
}
