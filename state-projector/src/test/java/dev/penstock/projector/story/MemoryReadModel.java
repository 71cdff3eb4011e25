package dev.penstock.projector.story;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.sink.ReadModel;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.CountChange;
import dev.penstock.projector.view.CountKey;
import dev.penstock.projector.view.FailureCount;
import dev.penstock.projector.view.FailureHour;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rows in memory, shared by all that use it, as a database is. */
public final class MemoryReadModel implements ReadModel {
    public final Map<Integer, Long> offsets = new HashMap<>();
    public final Map<String, JobView> jobs = new TreeMap<>();
    public final Map<AttemptView.Key, AttemptView> attempts = new HashMap<>();
    public final Map<HistoryView.Key, HistoryView> history = new HashMap<>();
    public final Map<CountKey, CountChange> counts = new HashMap<>();
    public final Map<Integer, Map<MinuteKey, Minute>> minutes = new HashMap<>();
    public final Map<String, FailureCount> failures = new HashMap<>();
    public final Map<Tally.Key, Tally> tallies = new HashMap<>();
    public final Map<FailureHour, Long> failureHours = new HashMap<>();
    public int hardened;

    @Override
    public Map<Integer, Long> next(Set<Integer> partitions) {
        Map<Integer, Long> next = new HashMap<>();
        partitions.forEach(p -> next.put(p, offsets.getOrDefault(p, 0L)));
        return next;
    }

    @Override
    public Map<JobId, JobView> jobs(Collection<JobId> ids) {
        Map<JobId, JobView> found = new HashMap<>();
        for (JobId id : ids) {
            JobView view = jobs.get(id.value());
            if (view != null) {
                found.put(id, view);
            }
        }
        return found;
    }

    @Override
    public Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys) {
        Map<MinuteKey, Minute> found = new HashMap<>(minutes.getOrDefault(partition, Map.of()));
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        for (Part part : parts) {
            if (offsets.getOrDefault(part.partition(), 0L) != part.first()) {
                return false;
            }
        }
        for (Part part : parts) {
            offsets.put(part.partition(), part.next());
            apply(part.partition(), part.changes());
        }
        return true;
    }

    private void apply(int partition, Changes changes) {
        changes.deleted().forEach((id, place) -> {
            attempts.keySet().removeIf(key -> key.job().equals(id));
            history.keySet().removeIf(key -> key.key().equals(id.value()) && key.offset() < place.offset());
        });
        changes.superseded().forEach(history::remove);
        changes.jobs().forEach((id, change) -> {
            if (change.after() == null) {
                jobs.remove(id.value());
            } else {
                jobs.put(id.value(), change.after());
            }
        });
        changes.attempts().forEach(attempt -> attempts.put(attempt.key(), attempt));
        changes.history().forEach(line -> history.put(line.key(), line));
        changes.counts().forEach((key, change) -> counts.merge(key, change, CountChange::plus));
        changes.failures().forEach((group, change) -> failures.merge(group, change, FailureCount::plus));
        changes.tallies().forEach((key, tally) -> tallies.merge(key, tally, Tally::plus));
        changes.failureHours().forEach((hour, attempts) -> failureHours.merge(hour, attempts, Long::sum));
        minutes.computeIfAbsent(partition, p -> new HashMap<>()).putAll(changes.minutes());
    }

    @Override
    public void harden() {
        hardened++;
    }

    @Override
    public void close() {}
}
