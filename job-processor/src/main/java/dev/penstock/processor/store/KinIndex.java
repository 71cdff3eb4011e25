package dev.penstock.processor.store;

import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.KinStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The book of families: a store in the order of its keys, under drafts that become state as a whole.
 *
 * <p>Whose turn it is stands at the beginning of a range from whose beginning entries are removed. A scan from there would
 * cross the tombstones of all that have had their turn, so the key where the last scan ended is remembered (B6).
 */
final class KinIndex implements KinStore {
    private static final int MOST_HINTS = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final IntSupplier level;
    /** Null: removed. */
    private final TreeMap<String, Draft> drafts = new TreeMap<>();

    private final Map<String, String> begins = new HashMap<>();
    private @Nullable StreamsException broken;

    private record Draft(@Nullable Kin kin) {}

    /** @param level the highest that may be written now */
    KinIndex(KeyValueStore<Bytes, byte[]> store, IntSupplier level) {
        this.level = level;
        this.store = store;
    }

    @Override
    public @Nullable Kin get(String key) {
        Draft draft = drafts.get(key);
        if (draft != null) {
            return draft.kin();
        }
        try {
            byte[] bytes = store.get(bytes(key));
            return bytes == null ? null : StateForm.KIN.read(bytes);
        } catch (StreamsException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public void put(String key, @Nullable Kin kin) {
        drafts.put(key, new Draft(kin));
        if (kin != null && !begins.isEmpty()) {
            begins.computeIfPresent(range(key), (range, begin) -> key.compareTo(begin) < 0 ? key : begin);
        }
    }

    /** The range whose first entry is asked for: a lane's turns, or all entries of a kind. */
    private static String range(String key) {
        return key.startsWith("w/")
                ? key.substring(0, key.lastIndexOf('/', key.lastIndexOf('/') - 1) + 1)
                : key.substring(0, key.indexOf('/') + 1);
    }

    @Override
    public @Nullable Kin first(String prefix) {
        List<Entry> first = scan(prefix, begins.getOrDefault(prefix, prefix), 1);
        if (begins.size() > MOST_HINTS) {
            begins.clear();
        }
        // Nothing may come before a key that was found here, but for what is put: see there.
        begins.put(
                prefix, first.isEmpty() ? prefix + '\uffff' : first.getFirst().key());
        return first.isEmpty() ? null : first.getFirst().kin();
    }

    @Override
    public List<Entry> after(String prefix, String after, int most) {
        return scan(prefix, after.isEmpty() ? prefix : after + '\0', most);
    }

    /** Entries of the store and of the drafts, merged, from {@code from} on. */
    private List<Entry> scan(String prefix, String from, int most) {
        List<Entry> found = new ArrayList<>();
        String end = prefix + '\uffff';
        if (from.compareTo(end) >= 0) {
            return found;
        }
        TreeMap<String, Draft> changed = new TreeMap<>(drafts.subMap(from, end));
        try (KeyValueIterator<Bytes, byte[]> kept = store.range(bytes(from), bytes(end))) {
            while (found.size() < most && kept.hasNext()) {
                KeyValue<Bytes, byte[]> entry = kept.next();
                String key = new String(entry.key.get(), StandardCharsets.UTF_8);
                while (!changed.isEmpty() && changed.firstKey().compareTo(key) < 0 && found.size() < most) {
                    add(found, changed.pollFirstEntry());
                }
                Draft draft = changed.remove(key);
                if (found.size() < most) {
                    add(found, key, draft == null ? StateForm.KIN.read(entry.value) : draft.kin());
                }
            }
        } catch (StreamsException e) {
            broken = e;
            throw e;
        }
        while (found.size() < most && !changed.isEmpty()) {
            add(found, changed.pollFirstEntry());
        }
        return found;
    }

    private static void add(List<Entry> found, Map.Entry<String, Draft> draft) {
        add(found, draft.getKey(), draft.getValue().kin());
    }

    private static void add(List<Entry> found, String key, @Nullable Kin kin) {
        if (kin != null) {
            found.add(new Entry(key, kin));
        }
    }

    /** Makes the drafts the state; tells of each. */
    void apply(BiConsumer<String, @Nullable Kin> saved) {
        drafts.forEach((key, draft) -> {
            store.put(bytes(key), draft.kin() == null ? null : StateForm.KIN.write(draft.kin(), level.getAsInt()));
            saved.accept(key, draft.kin());
        });
        drafts.clear();
    }

    void discard() {
        drafts.clear();
        begins.clear();
    }

    void throwIfBroken() {
        if (broken != null) {
            throw broken;
        }
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
}
