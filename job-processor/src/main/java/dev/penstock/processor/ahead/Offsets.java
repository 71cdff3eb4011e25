package dev.penstock.processor.ahead;

import java.util.BitSet;
import java.util.Collection;

/** Offsets that lie near each other: a bit for each place between the first and the last. */
final class Offsets {
    private static final int MOST_BITS = 1 << 26;

    private final BitSet bits = new BitSet();
    private long base;

    Offsets(Collection<Long> offsets) {
        offsets.stream().sorted().forEach(this::add);
    }

    /** Whether that one can be added: the first must not lie too far back. */
    boolean hasRoomFor(long offset) {
        return bits.isEmpty() || (offset >= base && offset - base < MOST_BITS);
    }

    void add(long offset) {
        if (bits.isEmpty()) {
            base = offset - offset % Long.SIZE;
        }
        bits.set(Math.toIntExact(offset - base));
    }

    boolean contains(long offset) {
        long bit = offset - base;
        return bit >= 0 && bit < MOST_BITS && bits.get((int) bit);
    }

    /** Whether it was there. */
    boolean remove(long offset) {
        boolean there = contains(offset);
        if (there) {
            bits.clear((int) (offset - base));
        }
        return there;
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }
}
