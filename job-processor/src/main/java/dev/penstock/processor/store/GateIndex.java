package dev.penstock.processor.store;

import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.engine.Ports;
import dev.penstock.processor.gate.GateEntry;
import dev.penstock.processor.gate.GateStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The books of the gates in a store of Kafka Streams. */
public final class GateIndex implements GateStore {
    public static final String NAME = "gates";

    private final KeyValueStore<Bytes, byte[]> store;
    private final Ports.KnownSettings known;

    /** @param known says what level may be written */
    public GateIndex(KeyValueStore<Bytes, byte[]> store, Ports.KnownSettings known) {
        this.known = known;
        this.store = store;
    }

    @Override
    public @Nullable GateEntry get(String key) {
        byte[] bytes = store.get(bytes(key));
        return bytes == null ? null : StateForm.GATE.read(bytes);
    }

    @Override
    public void put(String key, @Nullable GateEntry entry) {
        store.put(
                bytes(key), entry == null ? null : StateForm.GATE.write(entry, Levels.allowed(known.find(Levels.KEY))));
    }

    @Override
    public List<Entry> all(String prefix, int most) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(bytes(prefix), bytes(prefix + '\uffff'))) {
            while (found.size() < most && range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                found.add(new Entry(
                        new String(entry.key.get(), StandardCharsets.UTF_8), StateForm.GATE.read(entry.value)));
            }
        }
        return found;
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
}
