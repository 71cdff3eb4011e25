package dev.penstock.projector.project;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.CountChange;
import dev.penstock.projector.view.CountKey;
import dev.penstock.projector.view.FailureCount;
import dev.penstock.projector.view.FailureHour;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobChange;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.Place;
import dev.penstock.projector.view.SettingView;
import dev.penstock.projector.view.Tally;
import dev.penstock.projector.view.VerdictView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of one partition's events changes in the rows: the last word on each. */
public final class Changes {
    private final Map<JobId, JobChange> jobs = new LinkedHashMap<>();
    private final Map<AttemptView.Key, AttemptView> attempts = new LinkedHashMap<>();
    private final Map<HistoryView.Key, HistoryView> history = new LinkedHashMap<>();
    private final List<HistoryView.Key> superseded = new ArrayList<>();
    private final Map<CountKey, CountChange> counts = new LinkedHashMap<>();
    private final Map<MinuteKey, Minute> minutes = new LinkedHashMap<>();
    private final Map<String, SettingView> settings = new LinkedHashMap<>();
    private final Map<String, FailureCount> failures = new LinkedHashMap<>();
    private final Map<FailureHour, Long> failureHours = new LinkedHashMap<>();
    private final Map<Tally.Key, Tally> tallies = new LinkedHashMap<>();
    private final List<VerdictView> verdicts = new ArrayList<>();
    private final Map<JobId, Place> deleted = new LinkedHashMap<>();

    void job(JobId id, @Nullable JobView before, @Nullable JobView after) {
        JobChange earlier = jobs.get(id);
        boolean created = before == null;
        jobs.put(id, new JobChange(earlier == null || created ? before : earlier.before(), after));
    }

    void attempt(AttemptView row) {
        attempts.put(row.key(), row);
    }

    void history(HistoryView line) {
        history.put(line.key(), line);
    }

    /** A line that a later one replaces. */
    void supersede(HistoryView.Key key) {
        if (history.remove(key) == null) {
            superseded.add(key);
        }
    }

    /** Of a deleted job only the deletion stays, whose line comes after this. */
    void delete(JobId id, Place place) {
        deleted.put(id, place);
        attempts.keySet().removeIf(key -> key.job().equals(id));
        history.keySet().removeIf(key -> key.key().equals(id.value()));
    }

    void count(CountKey key, CountChange change) {
        counts.merge(key, change, CountChange::plus);
    }

    void minute(MinuteKey key, Minute minute) {
        minutes.put(key, minute);
    }

    @Nullable
    Minute minute(MinuteKey key) {
        return minutes.get(key);
    }

    void setting(SettingView view) {
        settings.put(view.key(), view);
    }

    void failure(String fingerprint, FailureCount change) {
        failures.merge(fingerprint, change, FailureCount::plus);
    }

    void failure(FailureHour hour) {
        failureHours.merge(hour, 1L, Long::sum);
    }

    void tally(Tally.Key key, Tally tally) {
        tallies.merge(key, tally, Tally::plus);
    }

    void verdict(VerdictView verdict) {
        verdicts.add(verdict);
    }

    /** The job's change so far; null if the batch has not touched it. */
    @Nullable
    JobChange change(JobId id) {
        return jobs.get(id);
    }

    public Map<JobId, JobChange> jobs() {
        return jobs;
    }

    public Collection<AttemptView> attempts() {
        return attempts.values();
    }

    public Collection<HistoryView> history() {
        return history.values();
    }

    /** Lines of earlier batches to remove. */
    public List<HistoryView.Key> superseded() {
        return superseded;
    }

    public Map<CountKey, CountChange> counts() {
        return counts;
    }

    /** Whole figures, not differences. */
    public Map<MinuteKey, Minute> minutes() {
        return minutes;
    }

    public Collection<SettingView> settings() {
        return settings.values();
    }

    /** Differences, by fingerprint. */
    public Map<String, FailureCount> failures() {
        return failures;
    }

    /** Failed attempts more. */
    public Map<FailureHour, Long> failureHours() {
        return failureHours;
    }

    /** Differences. */
    public Map<Tally.Key, Tally> tallies() {
        return tallies;
    }

    /** In the order in which they were said. */
    public List<VerdictView> verdicts() {
        return verdicts;
    }

    /** Deleted jobs, each with the place of its deletion: earlier lines of its history go. */
    public Map<JobId, Place> deleted() {
        return deleted;
    }

    /** Whether the entries changed nothing that is shown. */
    public boolean isEmpty() {
        return jobs.isEmpty() && history.isEmpty() && settings.isEmpty();
    }

    /** A fact that is put in the history whatever else it means. */
    static HistoryView line(LogEntry.Fact fact, @Nullable JobView job) {
        LogEntry.Fact shown =
                new LogEntry.Fact(fact.place(), fact.appendedAt(), Discretion.withoutPayload(fact.event()));
        return job == null
                ? new HistoryView(shown, null, null)
                : new HistoryView(
                        shown, job.job().run().round(), job.job().run().attempt());
    }
}
