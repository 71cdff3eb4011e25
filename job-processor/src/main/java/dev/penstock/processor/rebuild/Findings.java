package dev.penstock.processor.rebuild;

import java.util.List;

/**
 * What a comparison of the stores with the log has found.
 *
 * @param events that were folded
 * @param entries of the stores that were compared
 * @param differences how many entries differ
 * @param first the first of these, at most {@link #SHOWN}
 * @param lostOffsets partitions of topics without a committed offset, each with the offset that follows from the log
 */
public record Findings(long events, long entries, long differences, List<Difference> first, List<String> lostOffsets) {
    /** Differences that are shown. */
    public static final int SHOWN = 20;

    public Findings {
        first = List.copyOf(first);
        lostOffsets = List.copyOf(lostOffsets);
    }

    /** Whether the stores and offsets are what the log says. */
    public boolean isClean() {
        return differences == 0 && lostOffsets.isEmpty();
    }
}
