package dev.penstock.api.topic;

/**
 * How large the topics are made.
 *
 * @param partitions of submissions, commands, events and state; fixed for life, because job ids find their partition by
 *     this count (failure scenario C1)
 * @param replication copies of each partition
 * @param minInsync copies that must have a record before it counts as written (C2)
 * @param lanePartitions of each work topic, when it is made; it may grow later (B10)
 */
public record Sizing(int partitions, int replication, int minInsync, int lanePartitions) {
    /** One broker, 12 partitions: the demo and the tests. */
    public static final Sizing DEMO = new Sizing(12, 1, 1, 4);

    /** Three brokers or more, 48 partitions. */
    public static final Sizing PRODUCTION = new Sizing(48, 3, 2, 4);

    public Sizing {
        if (partitions < 1 || lanePartitions < 1 || minInsync < 1 || replication < minInsync) {
            throw new IllegalArgumentException("Sizing needs at least one partition and replication >= minInsync >= 1: "
                    + partitions + " partitions, " + lanePartitions + " a lane, replication " + replication
                    + ", minInsync " + minInsync);
        }
    }

    /** This sizing with another number of partitions. */
    public Sizing withPartitions(int count) {
        return new Sizing(count, replication, minInsync, lanePartitions);
    }
}
