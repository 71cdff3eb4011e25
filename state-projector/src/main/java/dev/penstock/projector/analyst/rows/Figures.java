package dev.penstock.projector.analyst.rows;

import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.CountChange;
import dev.penstock.projector.view.CountKey;
import dev.penstock.projector.view.FailureCount;
import dev.penstock.projector.view.FailureHour;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.SettingView;
import dev.penstock.projector.view.Tally;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the projector adds up, and the settings: all that the rows of jobs, attempts and history do not say. Each partition adds up for
 * itself. Mutable; not thread-safe.
 */
final class Figures {
    private final Map<Of<CountKey>, CountChange> counts = new HashMap<>();
    private final Map<Of<MinuteKey>, Minute> minutes = new HashMap<>();
    private final Map<Of<Tally.Key>, Tally> tallies = new HashMap<>();
    private final Map<Of<String>, FailureCount> failures = new HashMap<>();
    private final Map<Of<FailureHour>, Long> failureHours = new HashMap<>();
    private final Map<String, Opinion> verdicts = new HashMap<>();
    private final Map<String, SettingView> settings = new HashMap<>();

    /** A key in the rows of one partition. */
    record Of<K>(K key, int partition) {}

    /** Takes in what a batch of one partition has changed. */
    void add(int partition, Changes changes) {
        changes.counts().forEach((key, count) -> counts.merge(new Of<>(key, partition), count, CountChange::plus));
        changes.minutes().forEach((key, minute) -> minutes.put(new Of<>(key, partition), minute));
        changes.tallies().forEach((key, tally) -> tallies.merge(new Of<>(key.hour(), partition), tally, Tally::plus));
        changes.failures().forEach((group, count) -> failure(new Of<>(group, partition), count));
        changes.failureHours()
                .forEach((hour, attempts) -> failureHours.merge(new Of<>(hour, partition), attempts, Long::sum));
        changes.verdicts()
                .forEach(said -> verdicts.compute(
                        said.fingerprint(), (group, before) -> Opinion.after(before, said.act(), said.fact())));
        changes.settings().forEach(this::setting);
    }

    /** The figures of a minute so far; null if there are none. */
    @Nullable
    Minute minute(int partition, MinuteKey key) {
        return minutes.get(new Of<>(key, partition));
    }

    Map<Of<CountKey>, CountChange> counts() {
        return counts;
    }

    Map<Of<MinuteKey>, Minute> minutes() {
        return minutes;
    }

    /** By the hour. */
    Map<Of<Tally.Key>, Tally> tallies() {
        return tallies;
    }

    /** By fingerprint. */
    Map<Of<String>, FailureCount> failures() {
        return failures;
    }

    Map<Of<FailureHour>, Long> failureHours() {
        return failureHours;
    }

    /** By fingerprint. */
    Map<String, Opinion> verdicts() {
        return verdicts;
    }

    /** Those in force, by key. */
    Map<String, SettingView> settings() {
        return settings;
    }

    /** A group begins with something that has failed in it. */
    private void failure(Of<String> group, FailureCount more) {
        if (failures.containsKey(group) || more.first() != null) {
            failures.merge(group, more, FailureCount::plus);
        }
    }

    private void setting(SettingView view) {
        if (view.value() == null) {
            settings.remove(view.key());
        } else {
            settings.put(view.key(), view);
        }
    }
}
