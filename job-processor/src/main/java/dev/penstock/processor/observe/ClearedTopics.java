package dev.penstock.processor.observe;

import dev.penstock.api.topic.TopicNames;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Deletes what has been read from topics without a time limit: work topics below the share group's start, retry topics
 * below the relays' committed offsets (C3). A group that has not begun has no start, and nothing of its topic is deleted.
 */
final class ClearedTopics {
    private static final Logger LOG = Logger.getLogger(ClearedTopics.class);

    private final Admin admin;
    private final TopicNames names;
    private final String relayGroup;
    private Map<TopicPartition, Long> starts = Map.of();
    private final Map<TopicPartition, Long> cleared = new HashMap<>();

    ClearedTopics(Admin admin, TopicNames names, String relayGroup) {
        this.admin = admin;
        this.names = names;
        this.relayGroup = relayGroup;
    }

    void startsAre(Map<TopicPartition, Long> now) {
        starts = Map.copyOf(now);
    }

    void clear() throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> read = new HashMap<>(starts);
        admin.listConsumerGroupOffsets(relayGroup)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null && partition.topic().startsWith(names.prefix() + "retry.")) {
                        read.put(partition, offset.offset());
                    }
                });
        Map<TopicPartition, RecordsToDelete> delete = new HashMap<>();
        read.forEach((partition, offset) -> {
            if (offset > cleared.getOrDefault(partition, 0L)) {
                delete.put(partition, RecordsToDelete.beforeOffset(offset));
            }
        });
        admin.deleteRecords(delete).all().get();
        LOG.debugf("Cleared: %s", delete.keySet());
        cleared.putAll(read);
    }
}
