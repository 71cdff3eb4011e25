package dev.penstock.processor.observe;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.processor.detect.Remaining;
import dev.penstock.processor.due.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the share groups have left in each partition of the work topics, as it was when last looked at (A3). */
public final class WorkTopics implements Watch.Work {
    private static final Duration WAITS = Duration.ofSeconds(1);

    private final TopicNames names;
    private final ShareGroupReader reader;
    private final Watch.LogTime time;
    private final Supplier<List<String>> queues;
    private final Map<String, Topic> byTopic = new ConcurrentHashMap<>();

    /** One topic's partitions; an absent one is not known. */
    private record Topic(int partitions, Map<Integer, Look> looks) {}

    private record Look(long start, Remaining remaining) {}

    /** @param queues names of the queues to look at */
    public WorkTopics(Kafka kafka, ShareGroupReader reader, Watch.LogTime time, Supplier<List<String>> queues) {
        this.names = kafka.topics();
        this.reader = reader;
        this.time = time;
        this.queues = queues;
    }

    @Override
    public @Nullable Remaining remaining(String queue, String lane, JobId job) {
        Topic topic = byTopic.get(names.work(queue, Priority.valueOf(lane.toUpperCase(Locale.ROOT))));
        Look look = topic == null ? null : topic.looks().get(Partition.of(job.value(), topic.partitions()));
        return look == null ? null : look.remaining();
    }

    /**
     * Whether, at the last look, the share groups of a queue had finished with everything of a job that lay before
     * {@code ends}, which were taken before that look.
     */
    boolean isPast(String queue, JobId job, Map<TopicPartition, Long> ends) {
        return names.work(queue).stream().allMatch(topic -> isPastIn(topic, job, ends));
    }

    private boolean isPastIn(String name, JobId job, Map<TopicPartition, Long> ends) {
        Topic topic = byTopic.get(name);
        if (topic == null) {
            return false;
        }
        int partition = Partition.of(job.value(), topic.partitions());
        Long end = ends.get(new TopicPartition(name, partition));
        Look look = topic.looks().get(partition);
        if (end == null || look == null) {
            // A group that has not begun has finished with nothing; but there may never have been anything.
            return end != null && end == 0;
        }
        return look.start() >= end || look.remaining().oldest() == null;
    }

    /**
     * Whether, at the last look, work of another root lay in the queue and nobody had taken it for a second. Roots that
     * share the root's partition are not seen.
     */
    boolean othersWait(String queue, JobId root) {
        return names.work(queue).stream().anyMatch(name -> {
            Topic topic = byTopic.get(name);
            return topic != null
                    && topic.looks().entrySet().stream()
                            .anyMatch(look -> look.getKey() != Partition.of(root.value(), topic.partitions())
                                    && look.getValue().remaining().isOlderThan(WAITS));
        });
    }

    /** Every partition of the work topics that were looked at. */
    List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        byTopic.forEach((name, topic) -> {
            for (int p = 0; p < topic.partitions(); p++) {
                all.add(new TopicPartition(name, p));
            }
        });
        return all;
    }

    /** Looks again. Returns where each share group begins, for whoever clears away what lies before. */
    Map<TopicPartition, Long> look() {
        Map<TopicPartition, Long> starts = new HashMap<>();
        Instant now = time.now();
        if (now == null) {
            return starts;
        }
        List<String> topics = new ArrayList<>();
        queues.get().forEach(queue -> topics.addAll(names.work(queue)));
        for (String topic : topics) {
            List<ShareGroupReader.Left> left = reader.left(topic, names.shareGroup(topic));
            left.forEach(l -> starts.put(new TopicPartition(topic, l.partition()), l.start()));
            byTopic.put(topic, new Topic(reader.partitions(topic), looks(topic, left, now)));
        }
        return starts;
    }

    private Map<Integer, Look> looks(String topic, List<ShareGroupReader.Left> left, Instant now) {
        Topic before = byTopic.get(topic);
        Map<Integer, Look> looks = new HashMap<>();
        for (ShareGroupReader.Left l : left) {
            Look old = before == null ? null : before.looks().get(l.partition());
            // The record at an unchanged start is the same record: no need to read it again.
            Instant known =
                    old != null && old.start() == l.start() ? old.remaining().oldest() : null;
            Instant oldest =
                    known != null && l.lag() != 0 ? known : reader.oldest(new TopicPartition(topic, l.partition()), l);
            looks.put(l.partition(), new Look(l.start(), new Remaining(now, oldest)));
        }
        return looks;
    }
}
