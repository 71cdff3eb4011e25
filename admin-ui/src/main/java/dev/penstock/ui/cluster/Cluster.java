package dev.penstock.ui.cluster;

import dev.penstock.api.topic.Kafka;
import dev.penstock.ui.config.KafkaAddress;
import dev.penstock.ui.fact.pipeline.ClusterFact;
import dev.penstock.ui.fact.pipeline.ClusterFact.TopicFact;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Kafka's own view of the installation, asked at most every few seconds, however many people look. */
@ApplicationScoped
public class Cluster {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final long PATIENCE_SECONDS = 4;

    private final Kafka kafka;
    private @Nullable Admin admin;
    private @Nullable ClusterFact last;
    private Map<String, Long> ends = Map.of();

    @Inject
    public Cluster(KafkaAddress address) {
        this.kafka = address.kafka();
    }

    /** What Kafka says now, or said a moment ago; if it does not answer, a sentence. */
    public synchronized ClusterFact look() {
        Instant now = Instant.now();
        ClusterFact before = last;
        if (before != null && before.problem() == null && before.at().isAfter(now.minus(FRESH))) {
            return before;
        }
        try {
            last = asked(now, before);
        } catch (ExecutionException | TimeoutException e) {
            last = new ClusterFact(
                    now, "Kafka at " + kafka + " does not answer: " + e.getMessage(), List.of(), List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            last = new ClusterFact(now, "This program ends.", List.of(), List.of());
        }
        return last;
    }

    private ClusterFact asked(Instant now, @Nullable ClusterFact before)
            throws InterruptedException, ExecutionException, TimeoutException {
        Admin asked = admin == null ? kafka.admin() : admin;
        admin = asked;
        String prefix = kafka.topics().prefix();
        List<String> names = get(asked.listTopics().names()).stream()
                .filter(name ->
                        name.startsWith(prefix) || name.startsWith(prefix.substring(0, prefix.length() - 1) + "-"))
                .toList();
        Map<String, TopicDescription> described =
                get(asked.describeTopics(names).allTopicNames());
        Map<TopicPartition, Long> begins = offsets(asked, described, OffsetSpec.earliest());
        Map<TopicPartition, Long> latest = offsets(asked, described, OffsetSpec.latest());
        Map<String, Long> newEnds = byTopic(latest);
        Map<String, Long> sizes = sizes(asked);
        List<TopicFact> topics = new ArrayList<>();
        new TreeMap<>(described).forEach((name, description) -> {
            long end = newEnds.getOrDefault(name, 0L);
            long begin = byTopic(begins).getOrDefault(name, 0L);
            topics.add(new TopicFact(
                    name,
                    description.partitions().size(),
                    end - begin,
                    sizes.getOrDefault(name, 0L),
                    rate(name, end, before, now)));
        });
        ends = newEnds;
        return new ClusterFact(now, null, topics, Groups.of(asked, prefix, latest));
    }

    private @Nullable Double rate(String topic, long end, @Nullable ClusterFact before, Instant now) {
        Long earlier = ends.get(topic);
        if (before == null || earlier == null || end < earlier) {
            return null;
        }
        double seconds = Duration.between(before.at(), now).toMillis() / 1_000.0;
        return seconds <= 0 ? null : (Double) ((end - earlier) / seconds);
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<String, TopicDescription> topics, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach((name, topic) -> topic.partitions()
                .forEach(partition -> asked.put(new TopicPartition(name, partition.partition()), which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static Map<String, Long> byTopic(Map<TopicPartition, Long> offsets) {
        Map<String, Long> sums = new HashMap<>();
        offsets.forEach((partition, offset) -> sums.merge(partition.topic(), offset, Long::sum));
        return sums;
    }

    private static Map<String, Long> sizes(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Integer> brokers = get(admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<String, Long> sizes = new HashMap<>();
        get(admin.describeLogDirs(brokers).allDescriptions())
                .values()
                .forEach(folders -> folders.values()
                        .forEach(folder -> folder.replicaInfos()
                                .forEach((partition, replica) ->
                                        sizes.merge(partition.topic(), replica.size(), Long::sum))));
        return sizes;
    }

    static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
