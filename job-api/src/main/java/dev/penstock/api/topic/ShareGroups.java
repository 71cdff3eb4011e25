package dev.penstock.api.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The settings of work topics' share groups (KIP-932), made before the first dispatch: a group that a worker joins
 * unconfigured begins at the latest record and skips all that waits (failure scenario A3).
 */
final class ShareGroups {
    private static final String RESET = "share.auto.offset.reset";
    private static final String ISOLATION = "share.isolation.level";
    private static final String LOCK = "share.record.lock.duration.ms";
    private static final String DELIVERIES = "share.delivery.count.limit";
    private static final String LOCKS = "share.partition.max.record.locks";
    private static final String LAST_DELIVERY = Integer.toString(TopicPlan.LAST_DELIVERY);
    /** A frozen worker stalls its records for this long on our broker… */
    private static final String SHORT_LOCK = "5000";
    /** …and for this long where the broker's own minimum is the default. */
    private static final String FOREIGN_LOCK = "15000";

    private final Admin admin;

    ShareGroups(Admin admin) {
        this.admin = admin;
    }

    void configure(String group) {
        try {
            set(group, SHORT_LOCK);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof InvalidConfigurationException)) {
                throw e;
            }
            set(group, FOREIGN_LOCK);
        }
    }

    /** What of a worker's needs the group lacks. */
    List<String> misfits(String group) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        Config config =
                Answers.of(admin.describeConfigs(List.of(resource)).all()).get(resource);
        List<String> sentences = new ArrayList<>();
        require(group, config, RESET, "earliest", "a worker would skip the jobs that wait", sentences);
        require(group, config, ISOLATION, "read_uncommitted", "every job would wait for a commit", sentences);
        require(group, config, DELIVERIES, LAST_DELIVERY, "a job could be archived unseen", sentences);
        return sentences;
    }

    private static void require(
            String group, @Nullable Config config, String name, String value, String harm, List<String> sentences) {
        ConfigEntry entry = config == null ? null : config.get(name);
        if (entry == null || !value.equals(entry.value())) {
            sentences.add("The share group " + group + " has " + name + "=" + (entry == null ? "" : entry.value())
                    + " and needs " + value + ", else " + harm + ": start a processor, which sets it, or use"
                    + " kafka-configs.sh --alter --group " + group + " --add-config " + name + "=" + value);
        }
    }

    private void set(String group, String lockMillis) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(RESET, "earliest");
        settings.put(ISOLATION, "read_uncommitted");
        settings.put(LOCK, lockMillis);
        settings.put(DELIVERIES, LAST_DELIVERY);
        settings.put(LOCKS, "4000");
        List<AlterConfigOp> operations = settings.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        admin.incrementalAlterConfigs(Map.of(resource, operations))
                .values()
                .values()
                .forEach(Answers::done);
    }
}
