package dev.penstock.processor.rebuild;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What the processors have left on the cluster: their group, its offsets, their change logs. */
final class Installation implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int MOST_BYTES = 2 << 20;

    private final Kafka kafka;
    private final String application;
    private final short replication;
    private final Admin admin;
    private final Set<String> ensured = new TreeSet<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    Installation(Kafka kafka, String application, int replication) {
        this.kafka = kafka;
        this.application = application;
        this.replication = (short) replication;
        this.admin = kafka.admin();
    }

    /** Where a correction goes. */
    interface Writer {
        /** Null removes the entry. */
        void write(String topic, int partition, String key, byte @Nullable [] value);
    }

    /** Name of a store's change log. */
    String changeLog(String store) {
        return application + "-" + store + "-changelog";
    }

    /** @throws IllegalStateException if a processor is there, or was until a moment ago */
    void refuseRunning() {
        ConsumerGroupDescription group = group();
        if (group != null && !group.members().isEmpty()) {
            throw new IllegalStateException(
                    "The group " + application + " has " + group.members().size()
                            + " members: stop the processors first, and try again some seconds later.");
        }
    }

    private @Nullable ConsumerGroupDescription group() {
        try {
            KafkaFuture<ConsumerGroupDescription> group = admin.describeConsumerGroups(List.of(application))
                    .describedGroups()
                    .get(application);
            return group == null ? null : group.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw failed("The group " + application + " could not be looked at", e);
        } catch (TimeoutException | InterruptedException e) {
            throw failed("The group " + application + " could not be looked at", e);
        }
    }

    /** The group's offsets; empty if it is gone. */
    Map<TopicPartition, OffsetAndMetadata> committed() {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        of(
                        "The offsets of " + application + " could not be read",
                        admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) ->
                        Optional.ofNullable(offset).ifPresent(known -> committed.put(partition, known)));
        return committed;
    }

    /** Commits offsets for the group. */
    void commit(Map<TopicPartition, Long> next) {
        flush();
        if (!next.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            next.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            of(
                    "The offsets of " + application + " could not be set",
                    admin.alterConsumerGroupOffsets(application, offsets).all());
        }
    }

    /** Writes an entry of a change log; it is durable after {@link #commit}. */
    void correct(String topic, int partition, String key, byte @Nullable [] value) {
        if (ensured.add(topic)) {
            ensure(topic);
        }
        var unused = producer().send(new ProducerRecord<>(topic, partition, key, value), (place, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    private void flush() {
        if (producer != null) {
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw failed("A change log could not be written", failed);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    kafka.client(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            MOST_BYTES)),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    /** A change log that is gone is made again, as Kafka Streams would make it. */
    private void ensure(String topic) {
        Set<String> there =
                of("The topics could not be listed", admin.listTopics().names());
        if (there.contains(topic)) {
            return;
        }
        int partitions = of(
                        "The log could not be described",
                        admin.describeTopics(List.of(kafka.topics().events())).allTopicNames())
                .values()
                .stream()
                .mapToInt(events -> events.partitions().size())
                .sum();
        NewTopic log = new NewTopic(
                        topic, Optional.of(partitions), replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_BYTES),
                        TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(64 << 20)));
        of(
                "The change log " + topic + " could not be made",
                admin.createTopics(List.of(log)).all());
        Leaders.await(admin, List.of(topic));
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
        admin.close();
    }

    private static <T> T of(String otherwise, KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw failed(otherwise, e);
        }
    }

    private static KafkaException failed(String what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new KafkaException(what + ": " + (e.getCause() == null ? e : e.getCause()), e);
    }
}
