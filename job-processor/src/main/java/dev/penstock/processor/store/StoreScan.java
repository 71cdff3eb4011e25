package dev.penstock.processor.store;

import dev.penstock.api.job.JobId;
import dev.penstock.processor.due.Shelf;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Looks through a store in turns; remembers where it was. */
final class StoreScan implements Shelf {
    private final KeyValueStore<Bytes, byte[]> store;
    private @Nullable Bytes last;

    StoreScan(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public void lookAtNext(int entries, Look each) {
        try (KeyValueIterator<Bytes, byte[]> rest = last == null ? store.all() : store.range(last, null)) {
            int seen = 0;
            while (seen < entries && rest.hasNext()) {
                KeyValue<Bytes, byte[]> entry = rest.next();
                if (!entry.key.equals(last)) {
                    look(entry, each);
                    seen++;
                }
                last = entry.key;
            }
            if (!rest.hasNext()) {
                last = null;
            }
        }
    }

    /** Looks at all of it. */
    void lookAtAll(Look each) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                look(all.next(), each);
            }
        }
    }

    private static void look(KeyValue<Bytes, byte[]> entry, Look each) {
        each.at(new JobId(new String(entry.key.get(), StandardCharsets.UTF_8)), StateForm.glance(entry.value));
    }
}
