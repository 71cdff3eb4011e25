package dev.penstock.projector.sink;

import dev.penstock.projector.view.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All partitions of one thread on their way into the rows, in one transaction for all of them.
 *
 * <p>Exactly once: the transaction begins by comparing and setting each partition's next offset, so whoever is late, a
 * stalled instance or a repetition after a crash, finds its events in the rows and only publishes them again (B4). Not
 * thread-safe: one for each stream thread.
 */
public final class Sink {
    /**
     * How much is held in memory.
     *
     * @param entries most entries of a batch
     * @param bytes most that the records of a batch may have together
     * @param cacheBytes of jobs kept at hand for each partition, roughly
     */
    public record Limits(int entries, long bytes, long cacheBytes) {
        public static final Limits DEFAULT = new Limits(16_000, 8L << 20, 4L << 20);
    }

    /** Whoever is further behind the log than this is not looked at for the latest moment. */
    private static final Duration BEHIND = Duration.ofSeconds(3);

    private final String topic;
    private final ReadModel model;
    private final Limits limits;
    private final Map<Integer, Intake> intakes = new TreeMap<>();
    private int pending;
    private long bytes;
    private Instant newest = Instant.MIN;
    private boolean soft;

    /** @param topic of the event log */
    public Sink(String topic, ReadModel model, Limits limits) {
        this.topic = topic;
        this.model = model;
        this.limits = limits;
    }

    /** A partition has come to this thread. */
    public void open(int partition) {
        long next = model.next(Set.of(partition)).getOrDefault(partition, 0L);
        intakes.put(partition, new Intake(partition, new Letters(topic), model, limits.cacheBytes(), next));
    }

    /** A partition has left; what of it is not written is read again by somebody else. */
    public void close(int partition) {
        Intake intake = intakes.remove(partition);
        pending -= intake == null ? 0 : intake.pending().size();
        if (intakes.isEmpty()) {
            model.close();
        }
    }

    /**
     * Takes in what was read.
     *
     * @param size of the record, bytes
     * @return whether there is enough for a batch
     */
    public boolean add(int partition, LogEntry entry, int size) {
        intake(partition).add(entry);
        bytes += size;
        newest = newest.isBefore(entry.appendedAt()) ? entry.appendedAt() : newest;
        return ++pending >= limits.entries() || bytes >= limits.bytes();
    }

    /**
     * Whether nobody waits for what is pending: a backlog is written in batches as large as they may be, because a job that
     * ends within one is written once, and its indexes are touched once.
     */
    public boolean mayWait(Instant now) {
        return newest.isBefore(now.minus(BEHIND));
    }

    /**
     * Writes what was read.
     *
     * @param durable whatever was written is safe when this returns; else a crash of the database may take it back, and
     *     the caller must not yet tell the log that it was read
     */
    public void write(boolean durable) {
        if (pending > 0) {
            try {
                write(intakes.values(), Intake::pending, durable);
            } catch (ReadModel.RowRefused e) {
                writeOneByOne(durable);
            }
            intakes.values().forEach(Intake::done);
            pending = 0;
            bytes = 0;
            newest = Instant.MIN;
        }
        if (durable && soft) {
            model.harden();
            soft = false;
        }
    }

    /** What is in the rows and not yet published. */
    public Outbox.Contents take(int partition) {
        return intake(partition).outbox().take();
    }

    /** One value that the database does not take must not stop its partition (A1). */
    private void writeOneByOne(boolean durable) {
        for (Intake intake : intakes.values()) {
            for (LogEntry entry : intake.pending()) {
                try {
                    write(Set.of(intake), any -> List.of(entry), durable);
                } catch (ReadModel.RowRefused e) {
                    LogEntry passedOver =
                            intake.refused(entry, "PostgreSQL does not take this event: " + e.getMessage());
                    write(Set.of(intake), any -> List.of(passedOver), durable);
                }
            }
        }
    }

    private void write(Collection<Intake> from, Function<Intake, List<LogEntry>> entries, boolean durable) {
        while (true) {
            List<Intake> writing = new ArrayList<>();
            List<ReadModel.Part> parts = new ArrayList<>();
            for (Intake intake : from) {
                ReadModel.Part part = intake.part(entries.apply(intake));
                if (part != null) {
                    writing.add(intake);
                    parts.add(part);
                }
            }
            if (parts.isEmpty()) {
                return;
            }
            if (model.write(parts, durable)) {
                soft = !durable;
                for (int i = 0; i < parts.size(); i++) {
                    writing.get(i).written(parts.get(i));
                }
                return;
            }
            startOver(parts);
        }
    }

    private void startOver(List<ReadModel.Part> parts) {
        Set<Integer> partitions = new HashSet<>();
        parts.forEach(part -> partitions.add(part.partition()));
        model.next(partitions).forEach((partition, next) -> intake(partition).startOver(next));
    }

    private Intake intake(int partition) {
        Intake intake = intakes.get(partition);
        if (intake == null) {
            throw new IllegalStateException("Partition " + partition + " of " + topic + " is not open here");
        }
        return intake;
    }
}
