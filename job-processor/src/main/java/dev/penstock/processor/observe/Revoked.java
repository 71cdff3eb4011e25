package dev.penstock.processor.observe;

import dev.penstock.api.dispatch.Revocation;
import dev.penstock.api.job.JobId;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.due.LivePartitions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code jobs.revoked}, and what of it may go (A4).
 *
 * <p>A worker that drops a revoked dispatch is no reason: another copy may lie behind it (of a dispatch that was taken for
 * lost, of a transaction that was aborted, of a record whose acknowledgement got lost). An entry goes once every share group
 * of its queue has finished with all that lay in the work topics some time after the entry was read. It is the writer of the
 * job's partition that removes it, so that no newer entry can be removed in its place.
 */
final class Revoked implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Map<JobId, Entry> entries = new ConcurrentHashMap<>();
    private final TopicFollower follower;
    private final Duration settling;

    /** @param settling how long an entry stands before anything is measured: processors that were replaced write no more */
    Revoked(Kafka kafka, Duration settling) {
        this.settling = settling;
        this.follower =
                TopicFollower.of(kafka, kafka.topics().revoked(), this::read).readToEnd();
    }

    private static final class Entry {
        final String queue;
        final long readAt = System.nanoTime();

        /** Ends of the work topics' partitions at a moment after this entry; only the rounds' thread touches it. */
        @Nullable
        Map<TopicPartition, Long> ends;

        Entry(String queue) {
            this.queue = queue;
        }
    }

    /** Where the work topics end now. */
    interface Ends {
        Map<TopicPartition, Long> now() throws InterruptedException, java.util.concurrent.ExecutionException;
    }

    /** Hands over what may go, after a look at the work topics; then measures what has come since. */
    void look(WorkTopics work, LivePartitions live, int partitions, Ends ends)
            throws InterruptedException, java.util.concurrent.ExecutionException {
        if (entries.isEmpty() || follower.behind().compareTo(FRESH) > 0) {
            return;
        }
        entries.forEach((job, entry) -> {
            LivePartitions.Partition home = live.find(Partition.of(job.route(), partitions));
            if (home != null && entry.ends != null && work.isPast(entry.queue, job, entry.ends)) {
                home.lift(job);
            }
        });
        measure(ends);
    }

    private void measure(Ends ends) throws InterruptedException, java.util.concurrent.ExecutionException {
        Map<TopicPartition, Long> now = null;
        for (Entry entry : entries.values()) {
            if (entry.ends == null && System.nanoTime() - entry.readAt > settling.toNanos()) {
                now = now == null ? ends.now() : now;
                entry.ends = now;
            }
        }
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        if (!JobId.isValid(record.key())) {
            return;
        }
        JobId job = new JobId(record.key());
        String queue = record.value() == null ? null : queue(record.value());
        if (queue == null) {
            entries.remove(job);
        } else {
            entries.put(job, new Entry(queue));
        }
    }

    private static @Nullable String queue(byte[] value) {
        try {
            return Wire.read(value, Revocation.class).queue();
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
