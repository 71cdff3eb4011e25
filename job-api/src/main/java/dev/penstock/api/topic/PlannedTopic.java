package dev.penstock.api.topic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it has to be.
 *
 * @param name its name
 * @param partitions partitions when it is made
 * @param fixed whether it may never have another number of them
 * @param sizing replication and min ISR
 * @param configs topic settings that must hold
 */
public record PlannedTopic(String name, int partitions, boolean fixed, Sizing sizing, Map<String, String> configs) {

    NewTopic toCreate() {
        Map<String, String> all = new LinkedHashMap<>(configs);
        all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(sizing.minInsync()));
        all.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(name, partitions, (short) sizing.replication()).configs(all);
    }
}
