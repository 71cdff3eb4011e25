package dev.penstock.processor.ahead;

import dev.penstock.api.wire.SubmissionLine;
import dev.penstock.processor.due.Watch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What lies in one partition of the submissions behind the one whose turn it is, as far as it has been read ahead.
 *
 * <p>Two threads: the one that decides asks whose turn is over and who may come early; the scout offers what it reads. While the
 * partition is not behind, nothing is held and a submission costs a look at two fields.
 */
public final class Backlog {
    /** A partition is behind when the submission whose turn it is has lain for longer, ms. */
    private static final long BEHIND = 300;

    /** And no more when it has lain for less, ms. */
    private static final long CAUGHT_UP = 100;

    private static final int TURNS_TO_LOOK = 16;
    private static final int LINES_AT_ONCE = 8;

    private final int mostBytes;
    private final Runnable wake;
    private volatile boolean behind;
    private volatile boolean holding;
    private int turns;

    // The rest under this object's lock.
    /** Offsets whose turn is still to come and that have been decided. */
    private final Offsets early;

    private final Map<String, Line> lines = new HashMap<>();
    /** Lines of which something is held; the next one's turn is first. */
    private final Deque<Line> ring = new ArrayDeque<>();

    private long turn = -1;
    private @Nullable String head;
    private long bytes;
    /** The next to read, and the end of what has been read at all. */
    private long position;

    private long read;
    /** Whether the next to read is not the one behind what was read last. */
    private boolean moved;
    /** Lines that are read again because they had missed some. */
    private int reopened;

    /**
     * @param mostBytes to hold
     * @param decided offsets of submissions that have been decided before their turn
     * @param wake called when there is something to read ahead
     */
    Backlog(int mostBytes, Collection<Long> decided, Runnable wake) {
        this.mostBytes = mostBytes;
        this.wake = wake;
        this.early = new Offsets(decided);
    }

    /**
     * The turn of a submission has come.
     *
     * @param appendedMs when it was appended, since 1970
     * @param time the same clock now; asked of a few only
     * @return whether it has been decided already
     */
    public boolean turn(long offset, long appendedMs, Watch.LogTime time) {
        Instant now = ++turns % TURNS_TO_LOOK == 0 ? time.now() : null;
        if (now != null) {
            look(now.toEpochMilli() - appendedMs);
        }
        synchronized (this) {
            turn = offset;
            return !early.isEmpty() && early.remove(offset);
        }
    }

    /** Whether the partition is so far behind that it is read ahead. */
    public boolean isBehind() {
        return behind;
    }

    /** The line whose turn it is; it is not to be helped. */
    public synchronized void head(@Nullable String line) {
        head = line;
    }

    /** The partition has caught up, or nothing has had its turn for a while: nothing is read ahead any more. */
    public synchronized void rest() {
        behind = false;
        holding = false;
        lines.clear();
        ring.clear();
        bytes = 0;
        reopened = 0;
        head = null;
    }

    /** One to decide before its turn, of a line whose turn it is not: the lines take turns. Null: there is none. */
    public @Nullable Held next() {
        return holding ? take() : null;
    }

    /** That one is not decided now: it will have its turn. */
    public synchronized void leave(Held one) {
        early.remove(one.offset());
    }

    private synchronized @Nullable Held take() {
        for (int tries = ring.size(); tries > 0; tries--) {
            Line line = ring.removeFirst();
            if (line.name.equals(head)) {
                ring.addLast(line);
                continue;
            }
            int before = line.bytes();
            Held one = line.poll(turn);
            bytes += line.bytes() - before;
            if (!line.isEmpty()) {
                ring.addLast(line);
            } else if (!line.isClosed()) {
                lines.remove(line.name);
            }
            holding = !ring.isEmpty();
            if (one != null && early.hasRoomFor(one.offset())) {
                early.add(one.offset());
                return one;
            }
        }
        return null;
    }

    private void look(long age) {
        if (behind && age < CAUGHT_UP) {
            rest();
        } else if (!behind && mostBytes > 0 && age > BEHIND) {
            synchronized (this) {
                position = turn + 1;
                read = position;
                moved = true;
                behind = true;
            }
            wake.run();
        }
    }

    /** Whether there is something to read, and room for it. */
    synchronized boolean wantsMore() {
        if (behind && position >= read) {
            again();
        }
        return behind && bytes < mostBytes;
    }

    /** Whether reading has to go on at {@link #position()} instead of where it is. */
    synchronized boolean hasMoved() {
        return moved;
    }

    /** The offset to read next. */
    synchronized long position() {
        moved = false;
        return position;
    }

    /** Takes what was read; false: the rest of it is not wanted, at least not now. */
    boolean offer(ConsumerRecord<byte[], byte[]> record) {
        String name = record.value() == null ? null : SubmissionLine.of(record.value());
        synchronized (this) {
            if (!behind || moved) {
                return false;
            }
            long offset = record.offset();
            if (name != null && offset > turn && !early.contains(offset)) {
                if (bytes >= mostBytes) {
                    moveTo(offset);
                    return false;
                }
                hold(name, record);
            }
            position = offset + 1;
            if (position >= read) {
                read = position;
                reopened = 0;
            } else if (reopened == 0) {
                moveTo(read);
            }
            return !moved;
        }
    }

    private void moveTo(long offset) {
        position = offset;
        moved = true;
    }

    private void hold(String name, ConsumerRecord<byte[], byte[]> record) {
        Line line = lines.computeIfAbsent(name, Line::new);
        if (!line.wants(record.offset())) {
            return;
        }
        if (name.equals(head) || line.bytes() >= mostBytes / LINES_AT_ONCE) {
            line.close(record.offset());
            reopened = Math.max(0, reopened - 1);
            return;
        }
        Held one = Held.of(record);
        if (line.isEmpty()) {
            ring.addLast(line);
        }
        line.take(one);
        bytes += one.bytes();
        holding = true;
    }

    /** Goes back to what lines have missed that are empty by now. */
    private void again() {
        long from = read;
        for (Line line : lines.values()) {
            if (isStarved(line)) {
                from = Math.min(from, Math.max(line.missed(), turn + 1));
            }
        }
        if (from < read) {
            for (Line line : lines.values()) {
                if (isStarved(line)) {
                    line.open();
                    reopened++;
                }
            }
            moveTo(from);
        }
    }

    private boolean isStarved(Line line) {
        return line.isClosed() && line.isEmpty() && !line.name.equals(head);
    }
}
