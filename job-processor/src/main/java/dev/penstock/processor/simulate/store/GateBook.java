package dev.penstock.processor.simulate.store;

import dev.penstock.processor.gate.GateEntry;
import dev.penstock.processor.gate.GateStore;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The books of all gates in memory. */
public final class GateBook implements GateStore {
    private final TreeMap<String, GateEntry> entries = new TreeMap<>();

    @Override
    public @Nullable GateEntry get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, @Nullable GateEntry entry) {
        if (entry == null) {
            entries.remove(key);
        } else {
            entries.put(key, entry);
        }
    }

    @Override
    public List<Entry> all(String prefix, int most) {
        return entries.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .limit(most)
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
