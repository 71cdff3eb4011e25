package dev.penstock.stack.chaos.load;

import dev.penstock.api.job.JobId;
import dev.penstock.stack.history.LogRecord;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Kin;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the events, so that acts can be aimed at jobs on which they are possible, and so that the end can be awaited. */
public final class Sightings implements AutoCloseable {
    private static final int TRIES = 20;

    private final Map<String, Object> client;
    private final String topic;
    private final Findings ignored = new Findings();
    private final Map<String, JobModel> jobs = new HashMap<>();
    private final Map<Stand, List<String>> byStand = new EnumMap<>(Stand.class);
    private final Thread thread = new Thread(this::follow, "sightings");
    private volatile boolean closed;
    private volatile long lastEventAt = System.nanoTime();

    public Sightings(Map<String, Object> client, String topic) {
        this.client = client;
        this.topic = topic;
        thread.setDaemon(true);
        thread.start();
    }

    /** Any job that stands so and fits; nothing if none is found quickly. */
    public synchronized Optional<Sight> any(Stand stand, Predicate<Sight> fits, Random dice) {
        List<String> candidates = byStand.getOrDefault(stand, List.of());
        for (int i = 0; i < TRIES && !candidates.isEmpty(); i++) {
            int at = dice.nextInt(candidates.size());
            String id = candidates.get(at);
            JobModel job = jobs.get(id);
            if (job == null || job.stand() != stand) {
                // It has moved on; whoever stands last in the list takes its place.
                candidates.set(at, candidates.getLast());
                candidates.removeLast();
                continue;
            }
            Sight sight = sight(job);
            if (fits.test(sight)) {
                return Optional.of(sight);
            }
        }
        return Optional.empty();
    }

    private static Sight sight(JobModel job) {
        return new Sight(new JobId(job.id()), job.stand(), job.lifecycle(), job.lease(), job.review());
    }

    /** Whether the job has been created. */
    public synchronized boolean knows(JobId job) {
        return jobs.containsKey(job.value());
    }

    /** Jobs that are neither at an end nor wait for a person. */
    public synchronized long open() {
        return jobs.values().stream().filter(job -> !Kin.isOver(job, jobs)).count();
    }

    /** How many jobs stand where. */
    public synchronized Map<Stand, Long> census() {
        Map<Stand, Long> census = new EnumMap<>(Stand.class);
        jobs.values().forEach(job -> census.merge(job.stand(), 1L, Long::sum));
        return census;
    }

    /** How long no event has come. */
    public Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastEventAt);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Map<String, Object> config = new HashMap<>(client);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    see(Told.of(LogRecord.of(record)));
                }
            }
        } catch (KafkaException e) {
            System.err.println("The events can no longer be followed: " + e);
        }
    }

    private synchronized void see(Told told) {
        lastEventAt = System.nanoTime();
        if (!told.isAboutJob()) {
            return;
        }
        JobModel job = jobs.computeIfAbsent(told.key(), id -> new JobModel(id, ignored));
        Stand before = job.stand();
        Kin.adopt(told, jobs);
        job.fold(told);
        if (job.stand() != before) {
            byStand.computeIfAbsent(job.stand(), stand -> new ArrayList<>()).add(job.id());
        }
    }
}
