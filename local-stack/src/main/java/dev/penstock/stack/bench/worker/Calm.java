package dev.penstock.stack.bench.worker;

import dev.penstock.api.topic.Kafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Waits until nobody has anything left to read: what is measured then is not the rest of what was done before. */
final class Calm {
    private static final long LOOK_MILLIS = 500;
    /** Markers of transactions, and what is written meanwhile. */
    private static final long REST = 100;

    private Calm() {}

    /** Returns when processors and projectors have read nearly to the end of their topics. */
    static void await(Kafka kafka) throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            while (behind(admin, kafka.topics().prefix()) > REST) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("How far the programs have read cannot be told: " + e.getCause(), e);
        }
    }

    private static long behind(Admin admin, String prefix) throws InterruptedException, ExecutionException {
        String readSide = prefix.substring(0, prefix.length() - 1) + "-projector-";
        List<String> groups = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .filter(group -> group.groupId().startsWith(prefix + "processor")
                        || (group.groupId().startsWith(readSide) && isAttended(group)))
                .map(GroupListing::groupId)
                .toList();
        Map<TopicPartition, Long> read = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            // Of two groups that read a topic, the one that is further behind.
            offsets.forEach((partition, offset) -> read.merge(partition, offset.offset(), Math::min));
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        long behind = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(ends).all().get().entrySet()) {
            behind += end.getValue().offset() - read.getOrDefault(end.getKey(), 0L);
        }
        return behind;
    }

    /** A read side that was stopped stays behind for ever. */
    private static boolean isAttended(GroupListing group) {
        return group.groupState().orElse(GroupState.EMPTY) != GroupState.EMPTY;
    }
}
