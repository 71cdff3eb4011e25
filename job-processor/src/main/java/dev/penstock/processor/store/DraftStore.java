package dev.penstock.processor.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose changes wait until all that a command writes has been checked: a command is handled whole or not at all
 * (A1).
 *
 * <p>A failure of the store itself is remembered: the engine takes whatever is thrown for a poison command, but a full
 * disk is nobody's command.
 */
final class DraftStore<V> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final StateForm<V> form;
    private final RecentlyUsed<V> recent;
    private final IntSupplier level;
    private final Map<String, Draft<V>> drafts = new LinkedHashMap<>();
    private final List<KeyValue<Bytes, byte[]>> writes = new ArrayList<>();
    /** What this command has asked for in vain: RocksDB answers that by an exception of its own, its dearest answer. */
    private final Set<String> missing = new HashSet<>();

    private @Nullable StreamsException broken;

    private record Draft<V>(@Nullable V value) {}

    /** @param level the highest that may be written now */
    DraftStore(KeyValueStore<Bytes, byte[]> store, StateForm<V> form, RecentlyUsed<V> recent, IntSupplier level) {
        this.level = level;
        this.store = store;
        this.form = form;
        this.recent = recent;
    }

    @Nullable
    V get(String key) {
        Draft<V> draft = drafts.get(key);
        if (draft != null) {
            return draft.value();
        }
        V known = recent.get(key);
        return known != null || missing.contains(key) ? known : load(key);
    }

    void put(String key, @Nullable V value) {
        drafts.put(key, new Draft<>(value));
    }

    /** Writes the drafts as bytes; throws if one cannot be kept. */
    void prepare() {
        writes.clear();
        drafts.forEach((key, draft) -> {
            byte[] bytes = draft.value() == null ? null : form.write(draft.value(), level.getAsInt());
            if (bytes != null && bytes.length > TooLarge.MAX_BYTES) {
                throw new TooLarge("Its state would have " + bytes.length + " bytes, at most " + TooLarge.MAX_BYTES
                        + " are kept for a job.");
            }
            writes.add(KeyValue.pair(bytes(key), bytes));
        });
    }

    /** Makes the drafts the state; tells of each. */
    void apply(Change<V> change) {
        for (KeyValue<Bytes, byte[]> write : writes) {
            store.put(write.key, write.value);
        }
        drafts.forEach((key, draft) -> {
            recent.put(key, draft.value());
            change.saved(key, draft.value());
        });
        discard();
    }

    void discard() {
        drafts.clear();
        writes.clear();
        missing.clear();
    }

    /** Throws what the store threw, if it did. */
    void throwIfBroken() {
        if (broken != null) {
            throw broken;
        }
    }

    /** Every value in the store; there may be no drafts, and few values. */
    void forEach(Change<V> each) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(
                    entry -> each.saved(new String(entry.key.get(), StandardCharsets.UTF_8), form.read(entry.value)));
        }
    }

    private @Nullable V load(String key) {
        try {
            byte[] bytes = store.get(bytes(key));
            if (bytes == null) {
                missing.add(key);
                return null;
            }
            V value = form.read(bytes);
            recent.put(key, value);
            return value;
        } catch (StreamsException e) {
            broken = e;
            throw e;
        }
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Hears of each saved value; null: it is gone. */
    interface Change<V> {
        void saved(String key, @Nullable V value);
    }
}
