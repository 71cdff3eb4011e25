package dev.penstock.projector.analyst.snapshot;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.lean.OtherLog;
import dev.penstock.projector.analyst.lean.PartitionFold;
import dev.penstock.projector.analyst.picture.Picture;
import dev.penstock.projector.analyst.picture.PictureDraft;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Scan;
import dev.penstock.projector.analyst.source.Stretch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/**
 * The whole system as of places in the log: each partition from its nearest snapshot, or from what was asked for before, and folded
 * on from there. Snapshots are kept on the way. Mutable; asked by one thread.
 */
public final class SystemReading {
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    /** What one consumer has read before another one is at work. */
    private static final long ALONE = 100_000;

    private final Kafka kafka;
    private final Snapshots snapshots;
    private final Spacing spacing;
    private final Map<Integer, PartitionFold> folds = new HashMap<>();
    private final Map<Integer, Long> keptAt = new ConcurrentHashMap<>();
    private long records;

    /** @param snapshots to begin from and to keep */
    public SystemReading(Kafka kafka, Snapshots snapshots, Spacing spacing) {
        this.kafka = kafka;
        this.snapshots = snapshots;
        this.spacing = spacing;
    }

    /**
     * How far snapshots lie apart, in records of the whole log.
     *
     * @param least what was read since the last one is less than this: none is kept
     * @param most a long reading keeps one each time it has read so many
     */
    public record Spacing(long least, long most) {
        /** Where reading is some ten seconds for the most, and one for the least. */
        public static final Spacing USUAL = new Spacing(100_000, 2_000_000);
    }

    /** Records that had to be read, so far. */
    public long records() {
        return records;
    }

    /** Records behind the pictures so far that are no events. */
    public long unreadable() {
        return folds.values().stream().mapToLong(PartitionFold::unreadable).sum();
    }

    /**
     * The system as of there.
     *
     * @param beginning first records that the cluster has
     * @param to the first records that are not in the picture
     * @param gauge given how many records there are to read, and told by any thread how many more have been
     */
    public Picture at(Offsets beginning, Offsets to, LongFunction<IntConsumer> gauge) {
        try {
            return read(beginning, to, gauge);
        } catch (OtherLog e) {
            snapshots.forget(String.valueOf(e.getMessage()));
            folds.clear();
            return read(beginning, to, gauge);
        }
    }

    private Picture read(Offsets beginning, Offsets to, LongFunction<IntConsumer> gauge) {
        Stretch stretch = new Stretch(begin(beginning, to), to);
        records += stretch.records();
        long most = share(spacing.most());
        Scan.Visitor visitor = (partition, offset, value) -> {
            PartitionFold fold = fold(partition);
            fold.add(offset, value);
            keep(fold, beginning, most);
        };
        int threads = stretch.records() < ALONE ? 1 : THREADS;
        Scan.of(kafka, stretch, threads, visitor, gauge.apply(stretch.records()));
        PictureDraft draft = new PictureDraft();
        long least = share(spacing.least());
        to.next().forEach((partition, end) -> {
            PartitionFold fold = fold(partition);
            fold.reach(end);
            keep(fold, beginning, least);
            fold.into(draft);
        });
        snapshots.tidy(Instant.now());
        return draft.picture(to);
    }

    /** Where each partition is read on. */
    private Offsets begin(Offsets beginning, Offsets to) {
        Map<Integer, Long> from = new HashMap<>();
        to.next().forEach((partition, end) -> {
            PartitionFold fold = nearest(partition, beginning.next().getOrDefault(partition, 0L), end);
            folds.put(partition, fold);
            keptAt.put(partition, fold.next());
            from.put(partition, fold.from());
        });
        return new Offsets(from);
    }

    private PartitionFold nearest(int partition, long beginning, long to) {
        PartitionFold kept =
                snapshots.nearest(partition, beginning, to).orElseGet(() -> new PartitionFold(partition, beginning));
        PartitionFold known = folds.get(partition);
        return known != null && known.next() <= to && known.next() >= kept.next() ? known : kept;
    }

    private void keep(PartitionFold fold, Offsets beginning, long apart) {
        if (fold.next() - keptAt.getOrDefault(fold.partition(), 0L) >= apart) {
            snapshots.keep(fold, beginning.next().getOrDefault(fold.partition(), 0L));
            keptAt.put(fold.partition(), fold.next());
        }
    }

    private long share(long records) {
        return Math.max(1, records / Math.max(1, folds.size()));
    }

    private PartitionFold fold(int partition) {
        return Objects.requireNonNull(folds.get(partition));
    }
}
