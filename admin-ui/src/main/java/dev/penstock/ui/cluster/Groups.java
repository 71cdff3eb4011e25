package dev.penstock.ui.cluster;

import dev.penstock.ui.fact.pipeline.ClusterFact.GroupFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** Who reads, and how far each is. */
final class Groups {
    private Groups() {}

    static List<GroupFact> of(Admin admin, String prefix, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException, TimeoutException {
        String family = prefix.substring(0, prefix.length() - 1);
        List<GroupFact> groups = new ArrayList<>();
        for (GroupListing listed : Cluster.get(admin.listGroups().all())) {
            if (listed.groupId().startsWith(family)) {
                groups.add(one(admin, listed, ends));
            }
        }
        groups.sort(Comparator.comparing(GroupFact::id));
        return groups;
    }

    private static GroupFact one(Admin admin, GroupListing listed, Map<TopicPartition, Long> ends)
            throws InterruptedException, TimeoutException {
        String id = listed.groupId();
        String type = listed.type().map(GroupType::toString).orElse("unknown").toLowerCase(Locale.ROOT);
        Optional<GroupState> state = listed.groupState();
        String word = state.map(GroupState::toString).orElse("unknown").toLowerCase(Locale.ROOT);
        try {
            if (type.equals("share")) {
                ShareGroupDescription group = Objects.requireNonNull(
                        Cluster.get(admin.describeShareGroups(List.of(id)).all())
                                .get(id));
                return new GroupFact(id, type, word, group.members().size(), group.groupEpoch(), shareLag(admin, id));
            }
            ConsumerGroupDescription group = Objects.requireNonNull(
                    Cluster.get(admin.describeConsumerGroups(List.of(id)).all()).get(id));
            Integer epoch = group.groupEpoch().orElse(null);
            return new GroupFact(id, type, word, group.members().size(), epoch, lag(admin, id, ends));
        } catch (ExecutionException e) {
            // It ended between the two questions, or is of a kind that is described otherwise.
            return new GroupFact(id, type, word, 0, null, null);
        }
    }

    private static Long shareLag(Admin admin, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Cluster.get(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                        .partitionsToOffsetInfo(group))
                .values()
                .stream()
                .filter(Objects::nonNull)
                .mapToLong(info -> info.lag().orElse(0L))
                .sum();
    }

    private static Long lag(Admin admin, String group, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException, TimeoutException {
        long lag = 0;
        for (var committed : Cluster.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .entrySet()) {
            Long end = ends.get(committed.getKey());
            if (end != null && committed.getValue() != null) {
                lag += Math.max(0, end - committed.getValue().offset());
            }
        }
        return lag;
    }
}
