package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.stack.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that was ever written to a topic, read on demand. */
public final class Topic implements AutoCloseable {
    private final String name;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    private final List<EventMessage> decoded = new ArrayList<>();

    Topic(Kafka kafka, String name, boolean committed) {
        this.name = name;
        this.consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        "isolation.level", committed ? "read_committed" : "read_uncommitted",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Everything up to now. */
    synchronized List<ConsumerRecord<String, byte[]>> all() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            consumer.assign(partitions);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(read::add);
        }
        return List.copyOf(read);
    }

    /** Everything up to now, as events; each is decoded once. */
    public synchronized List<EventMessage> events() {
        List<ConsumerRecord<String, byte[]>> records = all();
        records.subList(decoded.size(), records.size()).forEach(record -> decoded.add(event(record)));
        return List.copyOf(decoded);
    }

    /** Waits until each of the jobs has had such an event; says else how many have not, and what became of one. */
    public void awaitAll(Collection<JobId> jobs, Class<? extends Event> type) {
        assertThat(Await.until(Rig.PATIENCE, () -> without(jobs, type).isEmpty()) ? List.of() : without(jobs, type))
                .as(() -> without(jobs, type).stream()
                        .findFirst()
                        .map(job -> "%d times %s; the events of %s: %s"
                                .formatted(jobs.size(), type.getSimpleName(), job, of(job)))
                        .orElse("it came late"))
                .isEmpty();
    }

    private List<JobId> without(Collection<JobId> jobs, Class<? extends Event> type) {
        Set<String> had = events().stream()
                .filter(e -> type.isInstance(e.body()))
                .map(EventMessage::key)
                .collect(Collectors.toSet());
        return jobs.stream().filter(job -> !had.contains(job.value())).toList();
    }

    /** Bodies of a job's events up to now. */
    public List<Event> of(Object job) {
        return events().stream()
                .filter(e -> e.key().equals(job.toString()))
                .map(EventMessage::body)
                .toList();
    }

    /** Waits for an event and returns it. */
    public EventMessage await(String what, Predicate<EventMessage> wanted) {
        Rig.await(what, () -> events().stream().anyMatch(wanted));
        return events().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits for an event of a job. */
    public EventMessage await(Object job, Class<? extends Event> type) {
        return await(
                job + " " + type.getSimpleName(), e -> e.key().equals(job.toString()) && type.isInstance(e.body()));
    }

    private static EventMessage event(ConsumerRecord<String, byte[]> record) {
        try {
            return EventCodec.decode(record.value());
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
