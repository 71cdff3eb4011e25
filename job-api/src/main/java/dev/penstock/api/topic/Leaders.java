package dev.penstock.api.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * New topics that can be written to.
 *
 * <p>The controller says that a topic is made before the brokers have its partitions. Who writes in between may lose the order of
 * his first batches: one is refused (NOT_LEADER_OR_FOLLOWER), the next one, already on its way, is taken, and from then on an
 * idempotent producer has its first batch refused as out of order, without end, until its delivery times out. Measured with Kafka
 * 4.3.1: see {@code docs/adr/0023-a-topic-is-made-when-its-leaders-answer.md}.
 */
public final class Leaders {
    private Leaders() {}

    /**
     * Makes topics, and returns when each of their partitions can be written to.
     *
     * @throws org.apache.kafka.common.KafkaException when one exists, or the cluster refuses or does not answer within 60 s
     */
    public static void create(Admin admin, Collection<NewTopic> topics) {
        Answers.done(admin.createTopics(topics).all());
        await(admin, topics.stream().map(NewTopic::name).toList());
    }

    /**
     * Returns when the leader of each partition answers, which it does only with the partition at hand.
     *
     * @throws org.apache.kafka.common.KafkaException when one is missing, or the cluster does not answer within 60 s
     */
    public static void await(Admin admin, Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        Answers.described(admin, topics).forEach((name, topic) -> {
            for (TopicPartitionInfo info : topic.partitions()) {
                partitions.put(new TopicPartition(name, info.partition()), OffsetSpec.latest());
            }
        });
        Answers.known(() -> admin.listOffsets(partitions).all());
    }
}
