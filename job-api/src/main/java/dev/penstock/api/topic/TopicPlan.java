package dev.penstock.api.topic;

import dev.penstock.api.topic.TopicNames.Rung;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic as it has to be: partitions, what is kept and how long, whose clock stamps it.
 *
 * <p>{@code LogAppendTime} where strangers write or where order by time matters: "now" for a decision is the append time
 * of its command, and a retry topic is first in, first out only by the brokers' clock (failure scenario A9).
 *
 * @param names of the topics
 * @param sizing of the cluster
 */
public record TopicPlan(TopicNames names, Sizing sizing) {
    /** Largest record; the processor keeps every record under 900 KB (A1). */
    public static final int MAX_MESSAGE_BYTES = 1_048_588;

    /**
     * Deliveries of one work record, the most a share group may have: after the last it is archived silently, so a worker
     * that gets it so reports {@code DeliveriesUsedUp} (A10).
     */
    public static final int LAST_DELIVERY = 10;

    private static final Duration FOR_EVER = Duration.ofMillis(-1);
    private static final int FEW = 4;

    /** All topics but those of queues. */
    public List<PlannedTopic> core() {
        int n = sizing.partitions();
        List<PlannedTopic> all = new ArrayList<>();
        all.add(new PlannedTopic(names.submissions(), n, true, sizing, appendTime(kept(Duration.ofDays(7)))));
        all.add(new PlannedTopic(names.commands(), n, true, sizing, appendTime(kept(Duration.ofDays(7)))));
        all.add(new PlannedTopic(names.events(), n, true, sizing, kept(FOR_EVER)));
        all.add(new PlannedTopic(names.state(), n, true, sizing, compacted()));
        for (Rung rung : Rung.values()) {
            all.add(new PlannedTopic(names.retry(rung), FEW, false, sizing, appendTime(kept(FOR_EVER))));
        }
        all.add(few(names.deadLetter(), kept(Duration.ofDays(30))));
        all.add(few(names.signals(), kept(Duration.ofDays(1))));
        all.add(few(names.grants(), kept(Duration.ofDays(1))));
        all.add(few(names.logs(), kept(Duration.ofDays(7))));
        all.add(few(names.gates(), appendTime(kept(FOR_EVER))));
        all.add(few(names.workers(), appendTime(compactedAndDeleted(Duration.ofDays(1)))));
        all.add(few(names.revoked(), compacted()));
        all.add(new PlannedTopic(names.settings(), 1, true, sizing, compacted()));
        all.add(new PlannedTopic(names.keys(), 1, false, sizing, forgetting()));
        all.add(few(names.statistics(), compactedAndDeleted(Duration.ofDays(400))));
        return List.copyOf(all);
    }

    /** The work topics of a queue. No time limit: processors delete what lies below the share group's start offset. */
    public List<PlannedTopic> work(String queue) {
        return names.work(queue).stream()
                .map(name -> new PlannedTopic(name, sizing.lanePartitions(), false, sizing, kept(FOR_EVER)))
                .toList();
    }

    private PlannedTopic few(String name, Map<String, String> configs) {
        return new PlannedTopic(name, FEW, false, sizing, configs);
    }

    private static Map<String, String> kept(Duration retention) {
        Map<String, String> configs = new LinkedHashMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        return configs;
    }

    /** Small segments, because the active one is never compacted and readers begin at the beginning. */
    private static Map<String, String> compacted() {
        Map<String, String> configs = kept(FOR_EVER);
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 << 20));
        configs.put(
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Duration.ofHours(1).toMillis()));
        return configs;
    }

    /** Keys that come and go: the last value of each, as long as it is young. A worker's id never comes back. */
    private static Map<String, String> compactedAndDeleted(Duration retention) {
        Map<String, String> configs = compacted();
        configs.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        return configs;
    }

    /**
     * What is deleted must be gone soon, from the disks too: a segment is closed after ten seconds (by the next record; whoever erases
     * writes one), cleaned a minute later at the latest, and its old file deleted at once. The tombstone stays for a week, for
     * programs that were away.
     */
    private static Map<String, String> forgetting() {
        Map<String, String> configs = compacted();
        configs.put(
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(Duration.ofSeconds(10).toMillis()));
        configs.put(
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(Duration.ofMinutes(1).toMillis()));
        configs.put(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000");
        configs.put(
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(Duration.ofDays(7).toMillis()));
        return configs;
    }

    private static Map<String, String> appendTime(Map<String, String> configs) {
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return configs;
    }
}
