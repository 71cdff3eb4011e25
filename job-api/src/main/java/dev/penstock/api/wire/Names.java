package dev.penstock.api.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Message names: the simple name of each record below a sealed type, which is also the word analysts read. */
public final class Names {
    private final Map<String, Class<?>> byName = new HashMap<>();

    private Names(Class<?> root) {
        collect(root);
    }

    /** Every record below {@code sealed}. */
    public static Names below(Class<?> sealed) {
        return new Names(sealed);
    }

    private void collect(Class<?> type) {
        if (!type.isSealed()) {
            byName.put(type.getSimpleName(), type);
            return;
        }
        for (Class<?> next : type.getPermittedSubclasses()) {
            collect(next);
        }
    }

    /** The record of that name; null if there is none. */
    public @Nullable Class<?> find(String name) {
        return byName.get(name);
    }

    /** All names with their records. */
    public Map<String, Class<?>> all() {
        return Map.copyOf(byName);
    }
}
