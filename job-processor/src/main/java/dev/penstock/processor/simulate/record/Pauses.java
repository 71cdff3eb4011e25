package dev.penstock.processor.simulate.record;

import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.measure.Stretch;
import dev.penstock.processor.simulate.past.Put;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When queues were paused. */
final class Pauses {
    private final Map<String, List<Stretch>> byQueue = new HashMap<>();

    private Pauses() {}

    static Pauses of(Map<String, Setting> then, List<Put> puts, Stretch stretch) {
        Pauses pauses = new Pauses();
        Map<String, Long> since = new HashMap<>();
        then.values().forEach(setting -> pauses.now(stretch.from(), setting, since));
        for (Put put : puts) {
            if (put.setting() != null) {
                pauses.now(put.at(), put.setting(), since);
            }
        }
        since.forEach((queue, from) -> pauses.add(queue, from, stretch.to()));
        return pauses;
    }

    private void now(long at, Setting setting, Map<String, Long> since) {
        if (setting instanceof Setting.Queue queue && queue.paused()) {
            since.putIfAbsent(queue.name(), at);
        } else if (setting instanceof Setting.Queue queue) {
            Long from = since.remove(queue.name());
            if (from != null) {
                add(queue.name(), from, at);
            }
        }
    }

    private void add(String queue, long from, long to) {
        if (to > from) {
            byQueue.computeIfAbsent(queue, any -> new ArrayList<>()).add(new Stretch(from, to));
        }
    }

    /** Whether the queue was paused at any time between the two. */
    boolean touch(String queue, long from, long to) {
        return byQueue.getOrDefault(queue, List.of()).stream()
                .anyMatch(pause -> pause.from() <= to && pause.to() >= from);
    }
}
