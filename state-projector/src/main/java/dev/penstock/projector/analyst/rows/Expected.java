package dev.penstock.projector.analyst.rows;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Known;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.project.Projection;
import dev.penstock.projector.table.AttemptTable;
import dev.penstock.projector.table.Column;
import dev.penstock.projector.table.HistoryTable;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that follow from the events so far. Mutable; not thread-safe. */
final class Expected {
    private static final int BATCH = 1_000;

    private final Column.Told<AttemptView> attempt = AttemptTable.told();
    private final Column.Told<HistoryView> line = HistoryTable.told();
    private final Map<JobId, JobView> jobs = new HashMap<>();
    private final Map<String, Marks> attempts = new HashMap<>();
    private final Map<String, Marks> history = new HashMap<>();
    private final Figures figures = new Figures();
    private final Map<Integer, Part> parts = new HashMap<>();

    /** Takes in the next event of its partition; one that the projector cannot fold changes nothing, as there. */
    void add(Fact fact) {
        parts.computeIfAbsent(fact.partition(), Part::new).add(fact);
    }

    /** The jobs, once {@link #settle} was called. */
    Map<JobId, JobView> jobs() {
        return jobs;
    }

    /** The attempts by job, each by its lease. */
    Map<String, Marks> attempts() {
        return attempts;
    }

    /** The history by key, each line by its offset. */
    Map<String, Marks> history() {
        return history;
    }

    /** What was added up, and the settings. */
    Figures figures() {
        return figures;
    }

    /** Lets everything that was added count. */
    void settle() {
        parts.values().forEach(Part::settle);
    }

    /** One partition, whose figures are its own. */
    private final class Part implements Known {
        private final int partition;
        private Projection batch = new Projection(this);
        private int size;

        Part(int partition) {
            this.partition = partition;
        }

        void add(Fact fact) {
            try {
                batch.fold(new LogEntry.Fact(new Place(partition, fact.offset()), fact.appendedAt(), fact.event()));
            } catch (RuntimeException e) {
                return; // The projector's intake passes such a one over too.
            }
            if (++size == BATCH) {
                settle();
            }
        }

        void settle() {
            take(batch.changes());
            figures.add(partition, batch.changes());
            batch = new Projection(this);
            size = 0;
        }

        @Override
        public @Nullable JobView job(JobId id) {
            return jobs.get(id);
        }

        @Override
        public @Nullable Minute minute(MinuteKey key) {
            return figures.minute(partition, key);
        }
    }

    private void take(Changes changes) {
        changes.deleted().forEach(this::delete);
        changes.superseded().forEach(gone -> marks(history, gone.key()).take(gone.offset()));
        changes.jobs().forEach((id, change) -> {
            if (change.after() == null) {
                jobs.remove(id);
            } else {
                jobs.put(id, change.after());
            }
        });
        for (AttemptView view : changes.attempts()) {
            marks(attempts, view.key().job().value()).put(view.key().lease(), Written.row(attempt, attempt.row(view)));
        }
        for (HistoryView view : changes.history()) {
            marks(history, view.key().key()).put(view.key().offset(), Written.row(line, line.row(view)));
        }
    }

    private void delete(JobId id, Place place) {
        marks(history, id.value()).dropBefore(place.offset());
        attempts.remove(id.value());
        jobs.remove(id);
    }

    private static Marks marks(Map<String, Marks> all, String key) {
        return all.computeIfAbsent(key, none -> new Marks());
    }
}
