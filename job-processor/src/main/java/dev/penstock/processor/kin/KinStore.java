package dev.penstock.processor.kin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The book of families: small entries in the order of their keys. */
public interface KinStore {
    @Nullable
    Kin get(String key);

    /** Null removes the entry. */
    void put(String key, @Nullable Kin kin);

    /** The entry, or one that says nothing. */
    default Kin at(String key) {
        Kin kin = get(key);
        return kin == null ? Kin.NOBODY : kin;
    }

    /** Keeps the entry, unless it says nothing. */
    default void keep(String key, Kin kin) {
        put(key, kin.isNobody() ? null : kin);
    }

    /** The first entry whose key begins with {@code prefix}; null if there is none. */
    @Nullable
    Kin first(String prefix);

    /**
     * Entries whose keys begin with {@code prefix}, in order.
     *
     * @param after only keys behind this one; empty: all
     */
    List<Entry> after(String prefix, String after, int most);

    /** An entry with its key. */
    record Entry(String key, Kin kin) {}
}
