package dev.penstock.processor.due;

import dev.penstock.api.job.JobId;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The partitions whose jobs this process decides now: what the observer and the health check may ask of them. */
public final class LivePartitions {
    private static final int MOST_LIFTED = 1_000;

    private final Map<Integer, Partition> open = new ConcurrentHashMap<>();

    /** One of them. */
    public static final class Partition {
        private final RunningLeases leases;
        private volatile long nextOffset;
        private volatile Instant decidedUpTo = Instant.EPOCH;
        private final Queue<JobId> lifted = new ArrayBlockingQueue<>(MOST_LIFTED);

        private Partition(RunningLeases leases) {
            this.leases = leases;
        }

        /** A record of {@code jobs.commands} was decided. */
        public void decided(long offset, Instant at) {
            nextOffset = offset + 1;
            decidedUpTo = at;
        }

        /** Everything appended before {@code at} ended at {@code endOffset}; says nothing if that is not decided yet. */
        public void sawEnd(long endOffset, Instant at) {
            if (nextOffset >= endOffset && at.isAfter(decidedUpTo)) {
                decidedUpTo = at;
            }
        }

        /** Every report appended before this moment is in the leases. */
        public Instant decidedUpTo() {
            return decidedUpTo;
        }

        public RunningLeases leases() {
            return leases;
        }

        /** No dispatch of the job that was revoked can turn up any more; if there is no room, this will be said again. */
        public void lift(JobId job) {
            var unused = lifted.offer(job);
        }

        /** The next job whose revocation may go; null if there is none. */
        public @Nullable JobId nextLifted() {
            return lifted.poll();
        }
    }

    /** The partition has come, with its state loaded and its commands read up to an offset. */
    public Partition open(int partition, RunningLeases leases) {
        Partition opened = new Partition(leases);
        open.put(partition, opened);
        return opened;
    }

    /** The partition has gone, unless it has come again since. */
    public void close(int partition, @Nullable Partition closed) {
        if (closed != null) {
            open.remove(partition, closed);
        }
    }

    public @Nullable Partition find(int partition) {
        return open.get(partition);
    }

    /** Their numbers. */
    public Set<Integer> numbers() {
        return Set.copyOf(open.keySet());
    }

    /** Leases in force in all of them. */
    public int leases() {
        return open.values().stream().mapToInt(p -> p.leases().size()).sum();
    }
}
