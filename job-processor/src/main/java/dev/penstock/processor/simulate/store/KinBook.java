package dev.penstock.processor.simulate.store;

import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.KinStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The book of families in memory. */
final class KinBook implements KinStore {
    private final TreeMap<String, Kin> entries = new TreeMap<>();

    @Override
    public @Nullable Kin get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, @Nullable Kin kin) {
        if (kin == null) {
            entries.remove(key);
        } else {
            entries.put(key, kin);
        }
    }

    @Override
    public @Nullable Kin first(String prefix) {
        Map.Entry<String, Kin> first = entries.ceilingEntry(prefix);
        return first == null || !first.getKey().startsWith(prefix) ? null : first.getValue();
    }

    @Override
    public List<Entry> after(String prefix, String after, int most) {
        Map<String, Kin> tail = after.isEmpty() ? entries.tailMap(prefix, true) : entries.tailMap(after, false);
        return tail.entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .limit(most)
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
