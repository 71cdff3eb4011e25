package dev.penstock.projector.analyst.lean;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.projector.analyst.picture.PictureDraft;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One partition of the log, folded with the published {@link Evolution} to what a picture shows. Everything about a job and a setting
 * lies in one partition, so the partitions' folds together are the system's. Mutable; not thread-safe.
 */
public final class PartitionFold {
    private static final String QUEUE = Setting.key("queue", "");

    private final int partition;
    private final long beginning;
    private final JobTable jobs;
    private final Map<Spot, Spot> spots = new HashMap<>();
    private final Map<Spot, Long> counts = new HashMap<>();
    private final Leases leases;
    private final Map<String, Long> times;
    /** Declared queues, and whether they are paused. */
    private final Map<String, Boolean> queues;

    private long events;
    private long unreadable;
    private @Nullable Instant lastAt;
    private long next;
    private long last = -1;
    private long lastSum;
    /** The first record to come is the last one of the file that this fold came from. */
    private boolean unproven;

    /** Nothing folded in yet. */
    public PartitionFold(int partition, long beginning) {
        this.partition = partition;
        this.beginning = beginning;
        this.next = beginning;
        this.jobs = new JobTable(ByteBuffer.allocate(0), List.of());
        this.leases = new Leases(List.of());
        this.times = new HashMap<>();
        this.queues = new TreeMap<>();
    }

    PartitionFold(Head head, ByteBuffer rows) {
        partition = head.partition();
        beginning = head.beginning();
        jobs = new JobTable(rows, head.spots());
        for (int i = 0; i < head.spots().size(); i++) {
            spots.put(head.spots().get(i), head.spots().get(i));
            counts.put(head.spots().get(i), head.counts().get(i));
        }
        leases = new Leases(head.running());
        times = new HashMap<>(head.times());
        queues = new TreeMap<>(head.queues());
        events = head.events();
        unreadable = head.unreadable();
        lastAt = head.lastAt();
        next = head.next();
        last = head.last();
        lastSum = head.lastSum();
        unproven = true;
    }

    /** The partition. */
    public int partition() {
        return partition;
    }

    /** The first record that is not folded in. */
    public long next() {
        return next;
    }

    /** Where to read on: a fold from a file wants to see its last record again, which proves that it is of this log. */
    public long from() {
        return unproven ? last : next;
    }

    /** Records so far that are no events. */
    public long unreadable() {
        return unreadable;
    }

    /** Whether there is anything to keep. */
    public boolean isEmpty() {
        return last < 0;
    }

    /**
     * Takes in the next record.
     *
     * @throws OtherLog if the log is not the one that this fold's file was made from
     */
    public void add(long offset, byte[] value) {
        long sum = sum(value);
        if (unproven) {
            if (offset != last || sum != lastSum) {
                throw new OtherLog(partition);
            }
            unproven = false;
            return;
        }
        last = offset;
        lastSum = sum;
        next = offset + 1;
        try {
            add(Glance.at(value));
        } catch (UndecodableException e) {
            unreadable++;
        }
    }

    /** Everything before this place has been added; markers of transactions have offsets too. */
    public void reach(long place) {
        next = Math.max(next, place);
    }

    /** Adds what it knows to a picture. */
    public void into(PictureDraft picture) {
        queues.forEach(picture::queue);
        counts.forEach((spot, count) -> picture.jobs(spot.queue(), spot.status(), spot.dispatched(), count));
        leases.all().forEach(picture::running);
        picture.events(events, times, lastAt);
    }

    Head head(String of, List<Spot> numbered) {
        return new Head(
                of,
                partition,
                beginning,
                next,
                last,
                lastSum,
                lastAt,
                events,
                unreadable,
                times,
                queues,
                numbered,
                numbered.stream().map(spot -> counts.getOrDefault(spot, 0L)).toList(),
                List.copyOf(leases.all()));
    }

    /** Where jobs stand. */
    List<Spot> spots() {
        return new ArrayList<>(counts.keySet());
    }

    JobTable jobs() {
        return jobs;
    }

    private void add(EventMessage event) {
        events++;
        lastAt = lastAt == null || event.at().isAfter(lastAt) ? event.at() : lastAt;
        if (event.body() instanceof SettingEvent e) {
            setting(e);
        }
        boolean changes = event.body() instanceof JobEvent && step(event);
        if (changes || event.version() == 0) {
            times.merge(event.body().getClass().getSimpleName(), 1L, Long::sum);
        }
    }

    /** Whether the event changed its job. */
    private boolean step(EventMessage event) {
        JobKey key = JobKey.of(event.key());
        Row row = jobs.get(key);
        Job before = row == null ? null : row.spot().job(row.version(), leases.of(key));
        Job after = Evolution.evolve(before, event);
        if (before == null ? after == null : after != null && after.version() == before.version()) {
            return false;
        }
        if (row != null) {
            count(row.spot(), -1);
        }
        if (after != null) {
            Spot spot = interned(Spot.of(after));
            count(spot, 1);
            jobs.put(key, new Row(after.version(), spot));
        } else {
            jobs.put(key, null);
        }
        leases.note(key, event.key(), after);
        return true;
    }

    private void count(Spot spot, long more) {
        if (counts.merge(spot, more, Long::sum) == 0) {
            counts.remove(spot);
        }
    }

    private Spot interned(Spot spot) {
        Spot known = spots.putIfAbsent(spot, spot);
        return known == null ? spot : known;
    }

    private void setting(SettingEvent event) {
        if (event instanceof SettingEvent.SettingChanged e && e.setting() instanceof Setting.Queue queue) {
            queues.put(queue.name(), queue.paused());
        }
        if (event instanceof SettingEvent.SettingDeleted e && e.key().startsWith(QUEUE)) {
            queues.remove(e.key().substring(QUEUE.length()));
        }
    }

    private static long sum(byte[] value) {
        CRC32C sum = new CRC32C();
        sum.update(value);
        return sum.getValue();
    }
}
