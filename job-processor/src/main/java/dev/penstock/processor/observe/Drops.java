package dev.penstock.processor.observe;

import dev.penstock.api.dispatch.Beat.Held;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.topic.Partition;
import dev.penstock.processor.detect.HeldLeases;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.timer.PlainSender;

/**
 * Tells a worker to drop what the log does not grant it (A2).
 *
 * <p>Only when every report from before the claim has been decided: a processor that lags does not know yet of leases that
 * are good.
 */
public final class Drops {
    private final LivePartitions live;
    private final int partitions;
    private final PlainSender sender;

    /** @param partitions of the commands topic */
    public Drops(LivePartitions live, int partitions, PlainSender sender) {
        this.live = live;
        this.partitions = partitions;
        this.sender = sender;
    }

    void heard(String worker, HeldLeases.Claims claims) {
        for (Held claim : claims.leases()) {
            LivePartitions.Partition partition =
                    live.find(Partition.of(claim.job().route(), partitions));
            if (partition != null
                    && !partition.decidedUpTo().isBefore(claims.since())
                    && !partition.leases().grants(claim.job(), claim.lease(), worker)) {
                sender.signal(
                        worker,
                        new Signal.Drop(claim.job(), claim.lease(), "The log does not grant this lease to you."));
            }
        }
    }
}
