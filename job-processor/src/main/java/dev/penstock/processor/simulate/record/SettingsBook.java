package dev.penstock.processor.simulate.record;

import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.past.Put;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings as the log tells of them. Those of another kind than a decision looks at are left out. */
final class SettingsBook {
    private static final Set<String> KINDS = Set.of("queue", "type", "limit");

    private final List<Put> all = new ArrayList<>();
    private final Map<String, Setting> assumed = new HashMap<>();

    void add(long at, SettingEvent event) {
        switch (event) {
            case SettingEvent.SettingChanged e -> put(at, e.setting().key(), e.setting());
            case SettingEvent.SettingDeleted e -> put(at, e.key(), null);
            case SettingEvent e -> {}
        }
    }

    private void put(long at, String key, @Nullable Setting setting) {
        if (KINDS.contains(key.substring(0, Math.max(0, key.indexOf('/'))))) {
            all.add(new Put(at, key, setting));
        }
    }

    /** What a job shows of the settings, should the log no longer have their events. */
    void seen(Submission.JobSubmitted job) {
        String queue = job.spec().queue();
        String type = job.spec().type();
        assumed.putIfAbsent(Setting.key("queue", queue), Setting.Queue.named(queue, ""));
        assumed.computeIfAbsent(
                Setting.key("type", type), key -> new Setting.Type(type, "", queue, job.policy(), Map.of()));
    }

    /** As they were when the stretch began; what nobody had put then is as its jobs show it. */
    Map<String, Setting> at(long from) {
        Map<String, Setting> then = new TreeMap<>(assumed);
        for (Put put : sorted()) {
            if (put.at() < from && put.setting() != null) {
                then.put(put.key(), put.setting());
            } else if (put.at() < from) {
                then.remove(put.key());
            }
        }
        return then;
    }

    /** Those that changed from then on. */
    List<Put> since(long from) {
        return sorted().stream().filter(put -> put.at() >= from).toList();
    }

    private List<Put> sorted() {
        return all.stream().sorted(Comparator.comparingLong(Put::at)).toList();
    }
}
