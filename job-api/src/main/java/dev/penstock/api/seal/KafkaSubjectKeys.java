package dev.penstock.api.seal;

import dev.penstock.api.dispatch.WrappedKey;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Keys of subjects in the compacted topic {@code jobs.keys}: {@code <subject>/<key>} → {@code {"v":1,"wrapped":"…"}}, wrapped with
 * the master key. Erasing writes a tombstone; the topic's settings bound how long the brokers keep what it covers.
 *
 * <p>Every instance follows the topic and has all wrapped keys in memory, some 300 bytes each. Two programs that meet a new subject
 * at the same moment make a key each, and both are good: the first by name is sealed with from then on. Thread-safe.
 */
public final class KafkaSubjectKeys implements SubjectKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SWEEP = "sweep";
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
    private static final int ID = 6;
    private static final char AFTER_SLASH = '0';
    private static final String UNREADABLE = "";

    private final Kafka kafka;
    private final MasterKey master;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final TopicFollower follower;
    private final ConcurrentSkipListMap<String, String> wrapped = new ConcurrentSkipListMap<>();

    /**
     * Reads the keys that are there, and follows what comes.
     *
     * @throws IllegalStateException if there is no such topic: a processor makes it at its start
     */
    public KafkaSubjectKeys(Kafka kafka, MasterKey master) {
        this.kafka = kafka;
        this.master = master;
        this.topic = kafka.topics().keys();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            if (partitions(consumer).isEmpty()) {
                throw new IllegalStateException("There is no topic " + topic + " on " + kafka
                        + ": let a processor of this version run, which makes its topics");
            }
        }
        this.producer = kafka.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
        this.follower = TopicFollower.of(kafka, topic, this::read).readToEnd();
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        if (record.key() == null || record.key().indexOf('/') < 0) {
            return; // SWEEP
        }
        String key = wrapped(record.value());
        if (key == null) {
            wrapped.remove(record.key());
        } else {
            wrapped.put(record.key(), key);
        }
    }

    /** The wrapped key in a record; null in a tombstone. What cannot be read is a key all the same, and not an erased one. */
    private static @Nullable String wrapped(byte @Nullable [] value) {
        try {
            return value == null ? null : Wire.read(value, WrappedKey.class).wrapped();
        } catch (UndecodableException e) {
            return UNREADABLE;
        }
    }

    @Override
    public String pseudonym(String tenant, String person) {
        return master.pseudonym(tenant, person);
    }

    @Override
    public DataKey current(String subject) {
        Map.Entry<String, String> there = keysOf(subject).firstEntry();
        return there == null ? make(subject) : unwrapped(there.getKey(), there.getValue());
    }

    private synchronized DataKey make(String subject) {
        Map.Entry<String, String> there = keysOf(subject).firstEntry();
        if (there != null) {
            return unwrapped(there.getKey(), there.getValue());
        }
        String name = subject + '/' + MasterKey.text(MasterKey.random(ID));
        String fresh = master.wrapNew(name);
        send(name, Wire.write(new WrappedKey(Wire.VERSION, fresh)));
        // Told by the topic alone: an erasure that comes in between must not be overwritten here.
        long sent = System.nanoTime();
        await(() -> wrapped.containsKey(name) || isReadSince(sent));
        return unwrapped(name, fresh);
    }

    @Override
    public @Nullable DataKey find(String subject, String key) {
        String name = subject + '/' + key;
        String there = wrapped.get(name);
        if (there == null) {
            long asked = System.nanoTime();
            await(() -> wrapped.containsKey(name) || isReadSince(asked));
            there = wrapped.get(name);
        }
        return there == null ? null : unwrapped(name, there);
    }

    /**
     * Deletes every key of a subject; durable when it returns. Doing it again does nothing.
     *
     * @return how many there were
     */
    public int erase(String subject) {
        long asked = System.nanoTime();
        await(() -> isReadSince(asked));
        List<String> names = new ArrayList<>(keysOf(subject).keySet());
        names.forEach(name -> send(name, null));
        long sent = System.nanoTime();
        await(() -> isReadSince(sent));
        return names.size();
    }

    /**
     * Waits until nobody who reads the topic from its beginning finds an erased key of the subject any more: such records lie in the
     * brokers' segments until those are closed, which a record after them brings about, and cleaned.
     *
     * @return whether they were gone within {@code patience}
     */
    public boolean awaitCleaned(String subject, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (liesThere(subject + '/')) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            send(SWEEP, null);
            sleep(BETWEEN_SWEEPS);
        }
        return true;
    }

    private boolean liesThere(String prefix) {
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            boolean found = false;
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(BETWEEN_SWEEPS)) {
                    found |= isErased(record, prefix);
                }
            }
            return found;
        }
    }

    /** Names of the keys of a subject that are there. */
    public List<String> names(String subject) {
        long asked = System.nanoTime();
        await(() -> isReadSince(asked));
        return List.copyOf(keysOf(subject).keySet());
    }

    private NavigableMap<String, String> keysOf(String subject) {
        return wrapped.subMap(subject + '/', false, subject + AFTER_SLASH, false);
    }

    private boolean isErased(ConsumerRecord<String, byte[]> record, String prefix) {
        return record.value() != null && record.key().startsWith(prefix) && !wrapped.containsKey(record.key());
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    private DataKey unwrapped(String name, String key) {
        if (key.equals(UNREADABLE)) {
            throw new IllegalStateException("The key " + name + " in " + topic
                    + " is in no form that this version of Penstock reads: was it written by a newer one?");
        }
        int slash = name.indexOf('/');
        return new DataKey(name.substring(0, slash), name.substring(slash + 1), master.unwrap(key, name));
    }

    private boolean isReadSince(long moment) {
        return System.nanoTime() - follower.behind().toNanos() - moment >= 0;
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new KafkaException("The keys of subjects in " + topic + " cannot be read at the moment");
            }
            sleep(Duration.ofMillis(5));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void send(String name, byte @Nullable [] value) {
        try {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, name, value);
            Headers.internal(record.headers(), name, null);
            producer.send(record).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The keys of subjects in " + topic + " cannot be written", e.getCause());
        }
    }

    @Override
    public void close() {
        follower.close();
        producer.close();
    }
}
