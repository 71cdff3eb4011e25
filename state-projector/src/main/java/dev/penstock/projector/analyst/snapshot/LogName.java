package dev.penstock.projector.analyst.snapshot;

import dev.penstock.api.topic.Kafka;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Which log: a topic that is made again has the same name and another id.
 *
 * @param cluster its id
 * @param topic its id, of characters that may stand in a file's name
 */
record LogName(String cluster, String topic) {
    /** @throws IllegalStateException if the cluster does not say */
    static LogName of(Kafka kafka) {
        String name = kafka.topics().events();
        try (Admin admin = kafka.admin()) {
            String cluster = admin.describeCluster().clusterId().get();
            Map<String, TopicDescription> topics =
                    admin.describeTopics(List.of(name)).allTopicNames().get();
            return new LogName(
                    cluster, Objects.requireNonNull(topics.get(name)).topicId().toString());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The cluster does not say which log this is: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the cluster was asked which log this is", e);
        }
    }

    @Override
    public String toString() {
        return "cluster " + cluster + ", topic " + topic;
    }
}
