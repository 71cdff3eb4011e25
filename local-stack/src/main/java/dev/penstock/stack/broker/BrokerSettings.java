package dev.penstock.stack.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The broker settings that Penstock wants, each with its reason. A cluster of somebody else may lack them; {@code penstock doctor}
 * says what that costs.
 */
public final class BrokerSettings {
    private BrokerSettings() {}

    /** Settings that hold on every node, for a cluster of this many nodes. */
    public static Map<String, String> of(int nodes) {
        Map<String, String> settings = new LinkedHashMap<>();
        topics(settings);
        transactions(settings);
        groups(settings);
        shareGroups(settings);
        internalTopics(settings, nodes);
        sessions(settings);
        memory(settings);
        return settings;
    }

    /** A dispatch to a topic with a typo must fail, not make one; a message may be as large as the design's 900 KB. */
    private static void topics(Map<String, String> settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("log.retention.check.interval.ms", "60000");
    }

    /**
     * Back-to-back transactions wait {@code add.partitions.to.txn.retry.backoff.ms} at their start (20 ms by default: 17k records/s
     * in transactions of 500 instead of 60k). A transaction past its timeout is looked for every second.
     */
    private static void transactions(Map<String, String> settings) {
        settings.put("add.partitions.to.txn.retry.backoff.ms", "1");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    /** Streams (classic protocol) and plain consumers may ask for session time-outs of 6 s, and rebalance without a first wait. */
    private static void groups(Map<String, String> settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "3000");
        settings.put("group.consumer.min.session.timeout.ms", "3000");
        settings.put("group.consumer.session.timeout.ms", "6000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "500");
        settings.put("group.consumer.heartbeat.interval.ms", "1000");
        settings.put("group.consumer.assignment.interval.ms", "0");
    }

    /** The first record after a subscribe comes after 1-3 s instead of 6-7 s; a frozen worker holds its records for 5 s, not 15. */
    private static void shareGroups(Map<String, String> settings) {
        settings.put("group.share.min.session.timeout.ms", "3000");
        settings.put("group.share.session.timeout.ms", "6000");
        settings.put("group.share.min.heartbeat.interval.ms", "100");
        settings.put("group.share.heartbeat.interval.ms", "500");
        settings.put("group.share.assignment.interval.ms", "0");
        settings.put("group.share.min.record.lock.duration.ms", "1000");
    }

    private static void internalTopics(Map<String, String> settings, int nodes) {
        String copies = Integer.toString(nodes);
        String enough = nodes == 1 ? "1" : "2";
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", enough);
        settings.put("offsets.topic.replication.factor", copies);
        settings.put("offsets.topic.num.partitions", "8");
        settings.put("transaction.state.log.replication.factor", copies);
        settings.put("transaction.state.log.min.isr", enough);
        settings.put("transaction.state.log.num.partitions", "8");
        settings.put("share.coordinator.state.topic.replication.factor", copies);
        settings.put("share.coordinator.state.topic.min.isr", enough);
        settings.put("share.coordinator.state.topic.num.partitions", "8");
    }

    /**
     * A dead node is noticed after 3 s; with the default of 9 s the worst send after the loss of one of three took 10.9 s, and a
     * single node that was killed was refused by itself for 9 s ("duplicate registration") when it came back.
     */
    private static void sessions(Map<String, String> settings) {
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    /** What a broker with 256 MB of heap can afford; the cleaner's buffer alone is 128 MB by default. */
    private static void memory(Map<String, String> settings) {
        settings.put("log.cleaner.dedupe.buffer.size", Long.toString(16L << 20));
        settings.put("log.cleaner.io.buffer.size", Long.toString(128L << 10));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }
}
