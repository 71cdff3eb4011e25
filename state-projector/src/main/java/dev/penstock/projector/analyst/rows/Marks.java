package dev.penstock.projector.analyst.rows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one job should have in one table, in little memory: of each its number within the job (an offset, a lease) and a hash of
 * every column. Mutable; not thread-safe.
 */
final class Marks {
    private static final int FIRST = 4;
    private static final int NULL = 0x5eed;

    /** Ascending; a row that was taken out keeps its place, without hashes. */
    private long[] numbers = new long[FIRST];

    private int[] @Nullable [] hashes = new int[FIRST][];
    private int size;

    /** Puts a row in, in place of the one of the same number. */
    void put(long number, List<@Nullable String> row) {
        int at = find(number);
        if (at < 0) {
            at = -at - 1;
            open(at);
            numbers[at] = number;
        }
        hashes[at] = row.stream().mapToInt(Marks::hash).toArray();
    }

    /** Takes a row out; the hashes of its columns, null if there is none. */
    int @Nullable [] take(long number) {
        int at = find(number);
        int[] found = at < 0 ? null : hashes[at];
        if (found != null) {
            hashes[at] = null;
        }
        return found;
    }

    /** Drops the rows with smaller numbers. */
    void dropBefore(long number) {
        for (int i = 0; i < size && numbers[i] < number; i++) {
            hashes[i] = null;
        }
    }

    /** The numbers of the rows that are left. */
    long[] left() {
        return IntStream.range(0, size)
                .filter(i -> hashes[i] != null)
                .mapToLong(i -> numbers[i])
                .toArray();
    }

    /** Of a value: of four billion pairs that differ, one has the same hash. */
    static int hash(@Nullable String value) {
        return value == null ? NULL : value.hashCode();
    }

    private int find(long number) {
        return Arrays.binarySearch(numbers, 0, size, number);
    }

    /** Nearly always at the end: offsets and leases ascend. */
    private void open(int at) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        System.arraycopy(numbers, at, numbers, at + 1, size - at);
        System.arraycopy(hashes, at, hashes, at + 1, size - at);
        size++;
    }
}
