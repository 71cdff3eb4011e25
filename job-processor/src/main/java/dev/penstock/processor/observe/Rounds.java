package dev.penstock.processor.observe;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.due.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The rounds a processor makes behind the scenes: looks at the work topics, notes up to when its partitions are decided,
 * and clears away what has been read. One thread, everything it asks is an {@code Admin} call.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration CLEAR_EVERY = Duration.ofSeconds(30);

    private final Admin admin;
    private final Kafka kafka;
    private final LivePartitions live;
    private final int partitions;
    private final ShareGroupReader reader;
    private final WorkTopics work;
    private final Watch.LogTime time;
    private final Timing timing;
    private final ClearedTopics cleared;
    private final Revoked revoked;
    private final Thread thread =
            Thread.ofPlatform().name("penstock-rounds").daemon().unstarted(this::go);
    private long nextLook = System.nanoTime();
    private long nextClearing = System.nanoTime() + CLEAR_EVERY.toNanos();

    /**
     * What it looks at.
     *
     * @param queues names of the declared queues
     * @param partitions of submissions, commands and events
     * @param relayGroup group of the relays, whose retry topics are cleared below its offsets
     */
    public record Subjects(Supplier<List<String>> queues, LivePartitions live, int partitions, String relayGroup) {}

    public Rounds(Admin admin, Kafka kafka, Watch.LogTime time, Timing timing, Subjects subjects) {
        this.admin = admin;
        this.kafka = kafka;
        this.live = subjects.live();
        this.partitions = subjects.partitions();
        this.time = time;
        this.timing = timing;
        this.reader = new ShareGroupReader(admin, kafka);
        this.work = new WorkTopics(kafka, reader, time, subjects.queues());
        this.cleared = new ClearedTopics(admin, kafka.topics(), subjects.relayGroup());
        this.revoked = new Revoked(kafka, timing.lostAfter());
    }

    public void start() {
        thread.start();
    }

    /** What the share groups have left. */
    public Watch.Work work() {
        return work;
    }

    /** What a family may have of a queue that has no rule for it. */
    public Watch.Shares shares(Observer workers) {
        return new HalfTheSlots(work, workers);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void go() {
        try (reader;
                revoked) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(TICK.toMillis());
                round();
            }
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
            LOG.debug("No more rounds: the process ends.");
        }
    }

    private void round() throws InterruptedException {
        try {
            noteProgress();
            if (System.nanoTime() - nextLook >= 0) {
                nextLook = System.nanoTime() + timing.workEvery().toNanos();
                cleared.startsAre(work.look());
                revoked.look(work, live, partitions, () -> ends(work.partitions()));
            }
            if (System.nanoTime() - nextClearing >= 0) {
                nextClearing = System.nanoTime() + CLEAR_EVERY.toNanos();
                // One processor does it for all: the one that has the first partition.
                if (live.find(0) != null) {
                    cleared.clear();
                }
            }
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            throw e;
        } catch (ExecutionException | RuntimeException e) {
            LOG.debugf("A round was cut short, the next one comes: %s", e);
        }
    }

    /** A partition whose commands are all decided is decided up to the moment before they were counted. */
    private void noteProgress() throws InterruptedException, ExecutionException {
        Instant before = time.now();
        if (before == null || live.numbers().isEmpty()) {
            return;
        }
        List<TopicPartition> commands =
                live.numbers().stream().map(this::commands).toList();
        ends(commands).forEach((partition, end) -> {
            LivePartitions.Partition p = live.find(partition.partition());
            if (p != null) {
                p.sawEnd(end, before);
            }
        });
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> of) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                of.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private TopicPartition commands(int partition) {
        TopicNames names = kafka.topics();
        return new TopicPartition(names.commands(), partition);
    }
}
