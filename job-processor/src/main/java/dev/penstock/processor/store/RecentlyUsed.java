package dev.penstock.processor.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decoded values of a store, the latest used first: most commands follow soon after the one before them, and decoding a
 * job costs more than deciding about it. Bounded by weight, because payloads differ by a factor of a thousand.
 */
final class RecentlyUsed<V> {
    private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> weight;
    private final long most;
    private long weighs;

    RecentlyUsed(long most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    /** Keeps nothing. */
    static <V> RecentlyUsed<V> none() {
        return new RecentlyUsed<>(0, value -> 1);
    }

    @Nullable
    V get(String key) {
        return values.get(key);
    }

    void put(String key, @Nullable V value) {
        V before = values.remove(key);
        weighs -= before == null ? 0 : weight.applyAsInt(before);
        if (value == null || weight.applyAsInt(value) > most) {
            return;
        }
        values.put(key, value);
        weighs += weight.applyAsInt(value);
        Iterator<V> eldest = values.values().iterator();
        while (weighs > most) {
            weighs -= weight.applyAsInt(eldest.next());
            eldest.remove();
        }
    }
}
