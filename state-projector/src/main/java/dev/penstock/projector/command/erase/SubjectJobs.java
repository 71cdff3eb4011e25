package dev.penstock.projector.command.erase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The jobs of a subject by id, with their statuses, read from {@code jobs.state}. */
final class SubjectJobs {
    private final String subject;
    private final SortedMap<String, Status> jobs = new TreeMap<>();

    private SubjectJobs(String subject) {
        this.subject = subject;
    }

    /**
     * Reads the state from its beginning to its present end.
     *
     * @throws IllegalStateException if there is none, because no projector has ever run
     */
    static SortedMap<JobId, Status> of(Kafka kafka, String subject) {
        SubjectJobs found = new SubjectJobs(subject);
        found.read(kafka);
        SortedMap<JobId, Status> jobs = new TreeMap<>();
        found.jobs.forEach((id, status) -> jobs.put(new JobId(id), status));
        return jobs;
    }

    private void read(Kafka kafka) {
        String topic = kafka.topics().state();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                4_000))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("There is no topic " + topic + " on " + kafka
                        + ": no projector has ever run, so nobody knows whose jobs there are.");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
    }

    /** Most records are other people's; what does not name the pseudonym at all need not be read as JSON. */
    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            jobs.remove(record.key());
            return;
        }
        if (!new String(record.value(), StandardCharsets.ISO_8859_1).contains(subject)) {
            return;
        }
        try {
            JsonNode job = Wire.mapper().readTree(record.value()).path("job");
            if (job.path("spec").path("subject").asText().equals(subject)) {
                jobs.put(record.key(), Status.valueOf(job.path("status").asText()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The state of job " + record.key() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
