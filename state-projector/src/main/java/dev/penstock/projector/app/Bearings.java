package dev.penstock.projector.app;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.jboss.logging.Logger;

/** What the projector finds in the cluster: its topics, and what earlier lives of the schema have left. */
final class Bearings {
    private static final Logger LOG = Logger.getLogger(Bearings.class);

    private final Kafka kafka;

    Bearings(Kafka kafka) {
        this.kafka = kafka;
    }

    /** Begins the name of every group of projectors of this installation. */
    private String family() {
        String prefix = kafka.topics().prefix();
        return prefix.substring(0, prefix.length() - 1) + "-projector-";
    }

    /** Kafka Streams' application id: a schema made anew is another application and reads from the beginning. */
    String applicationId(UUID generation) {
        return family() + generation;
    }

    /** The group that loads logs, heartbeats and dead letters. */
    String feedGroup(UUID generation) {
        return applicationId(generation) + "-feed";
    }

    /** Topics that are missing; processors make them. */
    Set<String> missing(Admin admin) throws InterruptedException {
        TopicNames names = kafka.topics();
        Set<String> missing = new TreeSet<>(List.of(
                names.events(), names.state(), names.statistics(), names.deadLetter(), names.logs(), names.workers()));
        try {
            missing.removeAll(admin.listTopics().names().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + kafka + " does not answer: " + e.getMessage(), e);
        }
        return missing;
    }

    /** Deletes the groups of earlier generations that nobody is in any more. */
    void removeOldGenerations(Admin admin, UUID generation) throws InterruptedException {
        try {
            Collection<GroupListing> groups =
                    admin.listGroups(new ListGroupsOptions()).all().get();
            List<String> old = groups.stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith(family()) && !group.startsWith(applicationId(generation)))
                    .toList();
            for (String group : old) {
                remove(admin, group);
            }
        } catch (ExecutionException e) {
            LOG.debugf("Groups of earlier generations stay: %s", e.getMessage());
        }
    }

    /**
     * Has the next generation begin no later than where the present one has published what it read. What is in the rows already is not
     * folded again; it is published as the rows have it.
     */
    void handOver(Admin admin, UUID present, UUID next) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> published = committed(admin, present);
            Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>(committed(admin, next));
            begin.replaceAll((partition, filled) -> {
                OffsetAndMetadata told = published.get(partition);
                return new OffsetAndMetadata(told == null ? 0 : Math.min(told.offset(), filled.offset()));
            });
            admin.alterConsumerGroupOffsets(applicationId(next), begin).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at " + kafka + " does not note where the new schema's projector begins: " + e.getMessage(),
                    e);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, UUID generation)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                new HashMap<>(admin.listConsumerGroupOffsets(applicationId(generation))
                        .partitionsToOffsetAndMetadata()
                        .get());
        committed.values().removeIf(Objects::isNull);
        return committed;
    }

    private static void remove(Admin admin, String group) throws InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            LOG.infof("Removed the consumer group %s of an earlier generation of the schema", group);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupNotEmptyException)) {
                LOG.debugf("The group %s stays: %s", group, e.getMessage());
            }
        }
    }
}
