package dev.penstock.api.seal;

import dev.penstock.api.dispatch.WrappedKey;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Keys of subjects in the compacted topic {@code jobs.keys}: {@code <subject>/<key>} → {@code {"v":1,"wrapped":"…"}}, wrapped with
 * the master key. Erasing writes a tombstone; the topic's settings bound how long the brokers keep what it covers.
 *
 * <p>Every instance follows the topic and has all wrapped keys in memory, some 300 bytes each. Two programs that meet a new subject
 * at the same moment make a key each; all keys of a subject lie in one partition, and everybody seals with the first that lies there,
 * so that a job submitted twice is sealed alike. Thread-safe.
 */
public final class KafkaSubjectKeys implements SubjectKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ID = 6;
    private static final char AFTER_SLASH = '0';
    private static final String UNREADABLE = "";

    /** A wrapped key, and where its record lies: there its tombstone must lie, too. */
    private record Kept(String wrapped, int partition, long offset) {}

    private final Kafka kafka;
    private final MasterKey master;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final TopicFollower follower;
    private final ConcurrentSkipListMap<String, Kept> kept = new ConcurrentSkipListMap<>();
    /** Names of keys whose tombstones were read: nobody needs to wait for them. */
    private final Set<String> erased = ConcurrentHashMap.newKeySet();

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
            if (consumer.partitionsFor(topic).isEmpty()) {
                throw new IllegalStateException("There is no topic " + topic + " on " + kafka
                        + ": let a processor of this version run, which makes its topics");
            }
        }
        this.producer = kafka.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
        this.follower = followed();
    }

    private TopicFollower followed() {
        try {
            return TopicFollower.of(kafka, topic, this::read).readToEnd();
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        if (record.key() == null || record.key().indexOf('/') < 0) {
            return; // of a sweep
        }
        String key = wrapped(record.value());
        if (key == null) {
            kept.remove(record.key());
            erased.add(record.key());
        } else {
            kept.put(record.key(), new Kept(key, record.partition(), record.offset()));
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
        DataKey there = first(subject);
        return there == null ? make(subject) : there;
    }

    private @Nullable DataKey first(String subject) {
        return keysOf(subject).entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().offset()))
                .map(entry -> unwrapped(entry.getKey(), entry.getValue()))
                .orElse(null);
    }

    private synchronized DataKey make(String subject) {
        DataKey there = first(subject);
        if (there != null) {
            return there;
        }
        String name = subject + '/' + MasterKey.text(MasterKey.random(ID));
        String fresh = master.wrapNew(name);
        int partition = partition(subject);
        send(name, partition, Wire.write(new WrappedKey(Wire.VERSION, fresh)));
        // Told by the topic alone: an erasure that comes in between must not be overwritten here, and another's key may
        // be first.
        long sent = System.nanoTime();
        await(() -> kept.containsKey(name) || isReadSince(sent));
        DataKey first = first(subject);
        return first == null ? unwrapped(name, new Kept(fresh, partition, 0)) : first;
    }

    @Override
    public @Nullable DataKey find(String subject, String key) {
        String name = subject + '/' + key;
        Kept there = kept.get(name);
        if (there == null && !erased.contains(name)) {
            long asked = System.nanoTime();
            await(() -> kept.containsKey(name) || isReadSince(asked));
            there = kept.get(name);
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
        Map<String, Kept> keys = Map.copyOf(keysOf(subject));
        keys.forEach((name, key) -> send(name, key.partition(), null));
        long sent = System.nanoTime();
        await(() -> isReadSince(sent));
        return keys.size();
    }

    /**
     * Waits until nobody who reads the topic from its beginning finds an erased key of the subject any more: such records lie in the
     * brokers' segments until those are closed, which a record after them brings about, and cleaned.
     *
     * @return whether they were gone within {@code patience}
     */
    public boolean awaitCleaned(String subject, Duration patience) {
        int partition = partition(subject);
        Sweep sweep = new Sweep(kafka, name -> name.startsWith(subject + '/') && !kept.containsKey(name));
        return sweep.await(patience, () -> send(Sweep.RECORD, partition, null));
    }

    private int partition(String subject) {
        return Partition.of(subject, producer.partitionsFor(topic).size());
    }

    /** Names of the keys of a subject that are there. */
    public List<String> names(String subject) {
        long asked = System.nanoTime();
        await(() -> isReadSince(asked));
        return List.copyOf(keysOf(subject).keySet());
    }

    private NavigableMap<String, Kept> keysOf(String subject) {
        return kept.subMap(subject + '/', false, subject + AFTER_SLASH, false);
    }

    private DataKey unwrapped(String name, Kept key) {
        if (key.wrapped().equals(UNREADABLE)) {
            throw new IllegalStateException("The key " + name + " in " + topic
                    + " is in no form that this version of Penstock reads: was it written by a newer one?");
        }
        int slash = name.indexOf('/');
        return new DataKey(name.substring(0, slash), name.substring(slash + 1), master.unwrap(key.wrapped(), name));
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

    private void send(String name, int partition, byte @Nullable [] value) {
        try {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, name, value);
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
