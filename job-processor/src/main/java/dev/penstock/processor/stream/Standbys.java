package dev.penstock.processor.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The warm copies of other processors' stores in this one, and how far they are behind: what this process would have to restore if
 * the others died now.
 */
final class Standbys implements StandbyUpdateListener {
    private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();

    /** How many stores. */
    int stores() {
        return behind.size();
    }

    /** Records of their change logs that are still to be read, as of the last batch of each. */
    long behind() {
        return behind.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onUpdateStart(TopicPartition log, String store, long from) {
        behind.put(log, 0L);
    }

    @Override
    public void onBatchLoaded(TopicPartition log, String store, TaskId task, long last, long records, long end) {
        behind.computeIfPresent(log, (same, before) -> Math.max(0, end - last - 1));
    }

    @Override
    public void onUpdateSuspended(TopicPartition log, String store, long offset, long end, SuspendReason reason) {
        behind.remove(log);
    }
}
