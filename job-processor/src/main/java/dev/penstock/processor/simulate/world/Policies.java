package dev.penstock.processor.simulate.world;

import dev.penstock.api.setting.Setting;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.simulate.change.Changes;
import dev.penstock.processor.simulate.past.Put;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All settings as they are now, with what is to be different. */
final class Policies implements Ports.KnownSettings {
    private static final String QUEUE = "queue/";

    private final Changes changes;
    private final Map<String, Setting> now = new TreeMap<>();

    Policies(Map<String, Setting> first, Changes changes) {
        this.changes = changes;
        first.forEach((key, setting) -> now.put(key, changes.on(setting)));
    }

    void put(Put put) {
        if (put.setting() != null) {
            now.put(put.key(), changes.on(put.setting()));
        } else if (!put.key().startsWith(QUEUE)) {
            // A queue that is gone may still have jobs, which the record shows.
            now.remove(put.key());
        }
    }

    boolean isPaused(String queue) {
        return now.get(QUEUE + queue) instanceof Setting.Queue q && q.paused();
    }

    @Override
    public @Nullable Setting find(String key) {
        return now.get(key);
    }

    @Override
    public List<String> queues() {
        return now.keySet().stream()
                .filter(key -> key.startsWith(QUEUE))
                .map(key -> key.substring(QUEUE.length()))
                .toList();
    }
}
