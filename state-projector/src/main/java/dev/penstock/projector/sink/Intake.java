package dev.penstock.projector.sink;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.project.Projection;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One partition on its way into the rows: what was read, what the rows say, what is to be published. */
final class Intake {
    /** How long a minute's figures are kept at hand after their last event. */
    private static final Duration MINUTES_KEPT = Duration.ofMinutes(3);

    private final int partition;
    private final Letters letters;
    private final ReadModel model;
    private final RecentJobs recent;
    private final Map<MinuteKey, Minute> minutes = new HashMap<>();
    private final Outbox outbox = new Outbox();
    private List<LogEntry> pending = new ArrayList<>();
    private long next;

    Intake(int partition, Letters letters, ReadModel model, long cacheBytes, long next) {
        this.partition = partition;
        this.letters = letters;
        this.model = model;
        this.recent = new RecentJobs(cacheBytes);
        this.next = next;
    }

    void add(LogEntry entry) {
        pending.add(entry);
    }

    List<LogEntry> pending() {
        return pending;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Another instance has been here: nothing that was looked up holds any more. */
    void startOver(long at) {
        if (at < next) {
            throw new ReadModel.GenerationGone(
                    "The rows of partition " + partition + " went back from offset " + next + " to " + at
                            + ": somebody restored an older database. Drop the schema penstock_read and start again");
        }
        next = at;
        recent.clear();
        minutes.clear();
    }

    /** The part of a transaction that takes in {@code entries}; null if all are in already. */
    ReadModel.@Nullable Part part(List<LogEntry> entries) {
        List<LogEntry> known = new ArrayList<>();
        List<LogEntry> fresh = new ArrayList<>();
        entries.forEach(entry -> (entry.place().offset() < next ? known : fresh).add(entry));
        tellAgain(known);
        if (fresh.isEmpty()) {
            return null;
        }
        Projection projection = new Projection(new LookedUp(model, partition, recent, minutes).lookUp(fresh));
        List<DeadLetter> passedOver = new ArrayList<>();
        fresh.forEach(entry -> fold(projection, entry).ifPresent(passedOver::add));
        LogEntry last = fresh.get(fresh.size() - 1);
        return new ReadModel.Part(
                partition, next, last.place().offset() + 1, last.appendedAt(), projection.changes(), passedOver);
    }

    /** The part is in the rows. */
    void written(ReadModel.Part part) {
        next = part.next();
        part.changes().jobs().forEach((id, change) -> {
            recent.put(id, change.after());
            outbox.put(id, Optional.ofNullable(change.after()));
        });
        part.changes().minutes().forEach((key, minute) -> {
            minutes.put(key, minute);
            outbox.put(key, minute);
        });
        part.letters().forEach(outbox::put);
        Instant last = part.lastAt();
        if (last != null) {
            minutes.keySet().removeIf(key -> key.minute().isBefore(last.minus(MINUTES_KEPT)));
        }
    }

    /** Everything read is written. */
    void done() {
        pending = new ArrayList<>();
    }

    /** The entry, to be passed over because the database does not take it. */
    LogEntry refused(LogEntry entry, String why) {
        return entry instanceof LogEntry.Fact fact
                ? new LogEntry.Unreadable(fact.place(), fact.appendedAt(), letters.of(fact, why))
                : entry;
    }

    private Optional<DeadLetter> fold(Projection projection, LogEntry entry) {
        return switch (entry) {
            case LogEntry.Unreadable unreadable -> Optional.of(unreadable.letter());
            case LogEntry.Fact fact -> {
                try {
                    projection.fold(fact);
                    yield Optional.empty();
                } catch (RuntimeException e) {
                    // One fact that no rule foresaw must not stop its partition (A1).
                    yield Optional.of(letters.of(fact, "This event cannot be folded: " + e));
                }
            }
        };
    }

    /**
     * These are in the rows, but whether they were published before a crash nobody knows: what they touched is published
     * as the rows have it now.
     */
    private void tellAgain(List<LogEntry> known) {
        Map<JobId, List<Instant>> touched = new HashMap<>();
        for (LogEntry entry : known) {
            if (entry instanceof LogEntry.Fact fact
                    && fact.event().body() instanceof JobEvent
                    && JobId.isValid(fact.event().key())) {
                touched.computeIfAbsent(new JobId(fact.event().key()), id -> new ArrayList<>())
                        .add(fact.event().at());
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        Map<JobId, JobView> views = model.jobs(touched.keySet());
        Set<MinuteKey> keys = new HashSet<>();
        touched.forEach((id, moments) -> {
            JobView view = views.get(id);
            outbox.put(id, Optional.ofNullable(view));
            if (view != null) {
                moments.forEach(at -> keys.add(MinuteKey.of(view.job(), at)));
            }
        });
        model.minutes(partition, keys).forEach(outbox::put);
    }
}
