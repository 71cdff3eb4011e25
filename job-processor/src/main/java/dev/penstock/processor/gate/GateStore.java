package dev.penstock.processor.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books of a partition's gates, in the order of their keys. */
public interface GateStore {
    @Nullable
    GateEntry get(String key);

    /** Null removes the entry. */
    void put(String key, @Nullable GateEntry entry);

    /** Entries whose keys begin with {@code prefix}, in order, at most so many. */
    List<Entry> all(String prefix, int most);

    /** An entry with its key. */
    record Entry(String key, GateEntry entry) {}
}
