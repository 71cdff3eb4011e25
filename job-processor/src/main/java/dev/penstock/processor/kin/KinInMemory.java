package dev.penstock.processor.kin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The book of families in a map. */
public record KinInMemory(TreeMap<String, Kin> entries) implements KinStore {
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
        return entries.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(prefix))
                .limit(most)
                .map(e -> new Entry(e.getKey(), e.getValue()))
                .toList();
    }
}
