package dev.penstock.projector.analyst.lean;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a partition: those of a file, in the order of their keys, and over them what has changed since. Mutable; not
 * thread-safe.
 */
final class JobTable {
    /** Bytes of a row: both halves of the key, the version, the number of the spot. */
    static final int ROW = 2 * Long.BYTES + 2 * Integer.BYTES;

    private final ByteBuffer file;
    private final List<Spot> spots;
    /** No row: it is deleted. */
    private final Map<JobKey, @Nullable Row> changed = new HashMap<>();

    /**
     * A table over a file's rows.
     *
     * @param file rows, sorted; empty if there is no file
     * @param spots that its rows number
     */
    JobTable(ByteBuffer file, List<Spot> spots) {
        this.file = file;
        this.spots = spots;
    }

    /** The job; null if there is none. */
    @Nullable
    Row get(JobKey key) {
        Row row = changed.get(key);
        return row != null || changed.containsKey(key) ? row : filed(key);
    }

    void put(JobKey key, @Nullable Row row) {
        changed.put(key, row);
    }

    /** Rows that {@link #write} writes. */
    int size() {
        int size = file.limit() / ROW;
        for (Map.Entry<JobKey, @Nullable Row> entry : changed.entrySet()) {
            boolean was = place(entry.getKey()) >= 0;
            size += (entry.getValue() == null ? 0 : 1) - (was ? 1 : 0);
        }
        return size;
    }

    /**
     * Writes all rows in the order of their keys.
     *
     * @param numbers of the spots
     */
    void write(DataOutput out, Map<Spot, Integer> numbers) throws IOException {
        int next = 0;
        for (Map.Entry<JobKey, @Nullable Row> entry : new TreeMap<>(changed).entrySet()) {
            while (next < file.limit() / ROW && key(next).compareTo(entry.getKey()) < 0) {
                write(out, key(next), row(next), numbers);
                next++;
            }
            next += next < file.limit() / ROW && key(next).equals(entry.getKey()) ? 1 : 0;
            write(out, entry.getKey(), entry.getValue(), numbers);
        }
        for (; next < file.limit() / ROW; next++) {
            write(out, key(next), row(next), numbers);
        }
    }

    private static void write(DataOutput out, JobKey key, @Nullable Row row, Map<Spot, Integer> numbers)
            throws IOException {
        if (row != null) {
            out.writeLong(key.high());
            out.writeLong(key.low());
            out.writeInt(Math.toIntExact(row.version()));
            out.writeInt(numbers.getOrDefault(row.spot(), -1));
        }
    }

    private @Nullable Row filed(JobKey key) {
        int place = place(key);
        return place < 0 ? null : row(place);
    }

    /** Where the key is in the file; below zero if it is not there. */
    private int place(JobKey key) {
        int low = 0;
        int high = file.limit() / ROW - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key(middle).compareTo(key);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    private JobKey key(int place) {
        return new JobKey(file.getLong(place * ROW), file.getLong(place * ROW + Long.BYTES));
    }

    private Row row(int place) {
        int from = place * ROW + 2 * Long.BYTES;
        return new Row(file.getInt(from), spots.get(file.getInt(from + Integer.BYTES)));
    }
}
