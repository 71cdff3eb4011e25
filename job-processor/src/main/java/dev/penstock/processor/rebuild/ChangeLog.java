package dev.penstock.processor.rebuild;

import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.store.NewerState;
import dev.penstock.processor.store.StateForm;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A store as its change log has it, beside what the log of events makes of it.
 *
 * @param store name
 * @param topic its change log
 * @param form of its values
 * @param passing entries that come or go without an event
 */
record ChangeLog<V>(String store, String topic, StateForm<V> form, BiPredicate<String, V> passing) {

    /** Hears of each entry that is to be changed; null: it is to go. */
    interface Correction {
        void write(Difference difference, String topic, byte @Nullable [] value);
    }

    /** Compares a partition; returns how many entries there are. */
    long compare(Reading reading, int partition, Map<String, V> folded, Correction correction) {
        TreeSet<String> keys = new TreeSet<>();
        Map<String, V> kept = read(reading, partition, keys);
        kept.entrySet().removeIf(entry -> passing.test(entry.getKey(), entry.getValue()));
        keys.addAll(kept.keySet());
        folded.forEach((key, value) -> {
            if (!passing.test(key, value)) {
                keys.add(key);
            }
        });
        for (String key : keys) {
            V is = kept.get(key);
            V due = folded.get(key);
            if (due == null || !due.equals(is)) {
                Difference.Kind kind = due == null
                        ? Difference.Kind.LEFT_OVER
                        : is == null ? Difference.Kind.MISSING : Difference.Kind.OTHER;
                correction.write(new Difference(store, partition, key, kind), topic, due == null ? null : write(due));
            }
        }
        return keys.size();
    }

    /** At the lowest level, which every version reads (B14). */
    byte[] write(V value) {
        return form.write(value, Levels.allowed(null));
    }

    /** @param unreadable gets the names of entries that are none: they differ from whatever is due */
    private Map<String, V> read(Reading reading, int partition, Set<String> unreadable) {
        Map<String, byte[]> newest = new TreeMap<>();
        if (reading.has(topic)) {
            reading.read(new TopicPartition(topic, partition), record -> {
                if (record.value() == null) {
                    newest.remove(record.key());
                } else {
                    newest.put(record.key(), record.value());
                }
            });
        }
        Map<String, V> values = new TreeMap<>();
        newest.forEach((key, bytes) -> {
            try {
                values.put(key, form.read(bytes));
            } catch (NewerState e) {
                throw e;
            } catch (RuntimeException e) {
                unreadable.add(key);
            }
        });
        return values;
    }
}
