package dev.penstock.ui.fact.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka says about this installation.
 *
 * @param at when it was asked
 * @param problem why it could not be asked, in a sentence; null if it answered
 * @param topics by name
 * @param groups by id
 */
public record ClusterFact(Instant at, @Nullable String problem, List<TopicFact> topics, List<GroupFact> groups) {

    /**
     * A topic.
     *
     * @param partitions how many
     * @param records between its first and its last offset; markers of transactions count
     * @param bytes on the brokers, copies included
     * @param perSecond records that came since it was asked before; null the first time
     */
    public record TopicFact(
            String name,
            int partitions,
            long records,
            long bytes,
            @Nullable Double perSecond) {}

    /**
     * A group of readers.
     *
     * @param type consumer, share, streams, classic
     * @param state as Kafka names it: STABLE, EMPTY, ...
     * @param members that read now
     * @param rebalances changes of its members so far, if Kafka counts them
     * @param lag records it has yet to read; null if it keeps no offsets there
     */
    public record GroupFact(
            String id,
            String type,
            String state,
            int members,
            @Nullable Integer rebalances,
            @Nullable Long lag) {}
}
