package dev.penstock.projector.sink;

import dev.penstock.projector.view.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All partitions of one thread on their way into the rows, in one transaction for all of them.
 *
 * <p>Exactly once: the transaction begins by comparing and setting each partition's next offset, so whoever is late, a
 * stalled instance or a repetition after a crash, finds its events in the rows and only publishes them again (B4).
 *
 * <p>A backlog is read while the batch before is still written: there is one batch under way at most, and nobody asks the
 * rows anything before it is in them. Not thread-safe: one for each stream thread.
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
    private @Nullable Flight flight;

    /** @param topic of the event log */
    public Sink(String topic, ReadModel model, Limits limits) {
        this.topic = topic;
        this.model = model;
        this.limits = limits;
    }

    /** A partition has come to this thread. */
    public void open(int partition) {
        land();
        long next = model.next(Set.of(partition)).getOrDefault(partition, 0L);
        intakes.put(partition, new Intake(partition, new Letters(topic), model, limits.cacheBytes(), next));
    }

    /** A partition has left; what of it is not written is read again by somebody else. */
    public void close(int partition) {
        try {
            land();
        } finally {
            Intake intake = intakes.remove(partition);
            pending -= intake == null ? 0 : intake.take().size();
            if (intakes.isEmpty()) {
                model.close();
            }
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
        land();
        if (pending > 0) {
            Map<Intake, List<LogEntry>> entries = takeAll();
            try {
                write(entries, durable);
            } catch (ReadModel.RowRefused e) {
                writeOneByOne(entries, durable);
            }
        }
        if (durable && soft) {
            model.harden();
            soft = false;
        }
    }

    /** Begins to write what was read, and leaves it to another thread: meanwhile more can be added. Not yet durable. */
    public void writeBehind() {
        land();
        Map<Intake, List<LogEntry>> entries = takeAll();
        Map<Intake, ReadModel.Part> parts = parts(entries);
        if (!parts.isEmpty()) {
            flight = new Flight(entries, parts, () -> model.write(List.copyOf(parts.values()), false));
        }
    }

    /** Takes note of what was written behind, if it is written by now. */
    public void settle() {
        if (flight != null && flight.hasLanded()) {
            land();
        }
    }

    /** What is in the rows and not yet published. */
    public Outbox.Contents take(int partition) {
        return intake(partition).outbox().take();
    }

    /** Waits for what is written behind; after that nobody else uses the rows. */
    private void land() {
        if (flight == null) {
            return;
        }
        Flight landing = flight;
        flight = null;
        try {
            if (landing.await()) {
                written(landing.parts(), false);
            } else {
                startOver(landing.parts().keySet());
                write(landing.entries(), false);
            }
        } catch (ReadModel.RowRefused e) {
            writeOneByOne(landing.entries(), false);
        }
    }

    private Map<Intake, List<LogEntry>> takeAll() {
        Map<Intake, List<LogEntry>> taken = new LinkedHashMap<>();
        intakes.values().forEach(intake -> taken.put(intake, intake.take()));
        pending = 0;
        bytes = 0;
        newest = Instant.MIN;
        return taken;
    }

    /** One value that the database does not take must not stop its partition (A1). */
    private void writeOneByOne(Map<Intake, List<LogEntry>> entries, boolean durable) {
        entries.forEach((intake, list) -> {
            for (LogEntry entry : list) {
                try {
                    write(Map.of(intake, List.of(entry)), durable);
                } catch (ReadModel.RowRefused e) {
                    LogEntry passedOver =
                            intake.refused(entry, "PostgreSQL does not take this event: " + e.getMessage());
                    write(Map.of(intake, List.of(passedOver)), durable);
                }
            }
        });
    }

    private void write(Map<Intake, List<LogEntry>> entries, boolean durable) {
        while (true) {
            Map<Intake, ReadModel.Part> parts = parts(entries);
            if (parts.isEmpty()) {
                return;
            }
            if (model.write(List.copyOf(parts.values()), durable)) {
                written(parts, durable);
                return;
            }
            startOver(parts.keySet());
        }
    }

    private static Map<Intake, ReadModel.Part> parts(Map<Intake, List<LogEntry>> entries) {
        Map<Intake, ReadModel.Part> parts = new LinkedHashMap<>();
        entries.forEach((intake, list) -> {
            ReadModel.Part part = intake.part(list);
            if (part != null) {
                parts.put(intake, part);
            }
        });
        return parts;
    }

    private void written(Map<Intake, ReadModel.Part> parts, boolean durable) {
        soft = !durable;
        parts.forEach(Intake::written);
    }

    private void startOver(Set<Intake> from) {
        Set<Integer> partitions = from.stream().map(Intake::partition).collect(Collectors.toSet());
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
