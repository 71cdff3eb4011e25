package dev.penstock.projector.project;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.CountChange;
import dev.penstock.projector.view.CountKey;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobChange;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.SettingView;
import dev.penstock.projector.view.Trail;
import dev.penstock.projector.view.VerdictView;
import org.jspecify.annotations.Nullable;

/**
 * The way from events to rows: one partition, one batch. {@link Evolution} is the fold; here stands what each table sees
 * of it.
 */
public final class Projection {
    private final Known known;
    private final Changes changes = new Changes();

    /** A batch on top of what is known. */
    public Projection(Known known) {
        this.known = known;
    }

    /** What the facts so far have changed. */
    public Changes changes() {
        return changes;
    }

    /**
     * Takes in one fact.
     *
     * @throws IllegalArgumentException if it names no job; then nothing has changed
     */
    public void fold(LogEntry.Fact fact) {
        switch (fact.event().body()) {
            case JobEvent e -> job(fact, e);
            case SettingEvent e -> setting(fact, e);
            case Outcome e -> outcome(fact);
        }
    }

    /** The job after one event, as every reader of the log has to see it; null if it is gone or never was. */
    public static @Nullable JobView folded(@Nullable JobView before, LogEntry.Fact fact) {
        EventMessage event = Discretion.discreet(fact.event());
        Job old = before == null ? null : before.job();
        Job now = Evolution.evolve(old, event);
        if (now == null || !(event.body() instanceof JobEvent body)) {
            return now == null ? null : before;
        }
        if (before != null && now.version() == before.job().version()) {
            return before;
        }
        Trail trail = Trails.after(before == null ? Trail.NONE : before.trail(), body, fact.place());
        return new JobView(now, trail, fact.place());
    }

    private void job(LogEntry.Fact fact, JobEvent event) {
        JobId id = new JobId(fact.event().key());
        JobView before = job(id);
        JobView after = folded(before, fact);
        if (before != null && before.equals(after)) {
            return; // its version is folded already
        }
        if (before == null && after == null) {
            changes.history(Changes.line(fact, null)); // of a job that is gone (C11)
            return;
        }
        AttemptView attempt = before == null
                ? null
                : Attempts.changed(before.job(), event, fact.event().at(), fact.place());
        rows(id, fact, event, before, after);
        if (attempt != null && after != null) {
            changes.attempt(attempt);
        }
        figures(fact, event, before, after, attempt);
        Tallies.add(
                changes,
                event,
                after == null ? null : after.job(),
                attempt,
                fact.event().at());
        Failures.add(changes, before, event, after, fact.event().at());
    }

    private void rows(JobId id, LogEntry.Fact fact, JobEvent event, @Nullable JobView before, @Nullable JobView after) {
        if (event instanceof Ending.JobDeleted) {
            changes.delete(id, fact.place());
        }
        if (event instanceof Attempt.ProgressReported
                && before != null
                && before.trail().progress() >= 0) {
            changes.supersede(new HistoryView.Key(id.value(), before.trail().progress()));
        }
        changes.job(id, before, after);
        changes.history(Changes.line(discreet(fact), after));
    }

    private void figures(
            LogEntry.Fact fact,
            JobEvent event,
            @Nullable JobView before,
            @Nullable JobView after,
            @Nullable AttemptView attempt) {
        Job old = before == null ? null : before.job();
        Job now = after == null ? null : after.job();
        if (old != null) {
            changes.count(CountKey.of(old), CountChange.of(old, -1));
        }
        if (now != null) {
            changes.count(CountKey.of(now), CountChange.of(now, 1));
        }
        Job named = now != null ? now : old;
        if (named != null) {
            Minute minute = minute(MinuteKey.of(named, fact.event().at()));
            Statistics.add(minute, old, event, now);
            if (attempt != null) {
                Statistics.add(minute, attempt);
            }
        }
    }

    private void setting(LogEntry.Fact fact, SettingEvent event) {
        switch (event) {
            case SettingEvent.SettingChanged e ->
                changes.setting(new SettingView(e.setting().key(), e.setting(), fact));
            case SettingEvent.SettingDeleted e -> changes.setting(new SettingView(e.key(), null, fact));
            case SettingEvent.ScheduleFired e -> {}
            case SettingEvent.ScheduleSkipped e -> {}
            case SettingEvent.GroupActed e -> acted(fact, e.act());
        }
        changes.history(Changes.line(fact, null));
    }

    private void acted(LogEntry.Fact fact, GroupCommand act) {
        switch (act) {
            case GroupCommand.Mute mute -> changes.verdict(new VerdictView(mute.fingerprint(), mute, fact));
            case GroupCommand.Resolve resolve -> changes.verdict(new VerdictView(resolve.fingerprint(), resolve, fact));
            case GroupCommand.Quiet quiet -> {}
        }
    }

    /** A refusal or an answer: seen in the history of its job, and it changes nothing. */
    private void outcome(LogEntry.Fact fact) {
        String key = fact.event().key();
        changes.history(Changes.line(fact, JobId.isValid(key) ? job(new JobId(key)) : null));
    }

    private @Nullable JobView job(JobId id) {
        JobChange change = changes.change(id);
        return change != null ? change.after() : known.job(id);
    }

    private Minute minute(MinuteKey key) {
        Minute minute = changes.minute(key);
        if (minute == null) {
            Minute before = known.minute(key);
            minute = before == null ? new Minute() : before.copy();
            changes.minute(key, minute);
        }
        return minute;
    }

    private static LogEntry.Fact discreet(LogEntry.Fact fact) {
        return new LogEntry.Fact(fact.place(), fact.appendedAt(), Discretion.discreet(fact.event()));
    }
}
