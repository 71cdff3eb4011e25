package dev.penstock.stack.chaos.worker;

import org.jspecify.annotations.Nullable;

/**
 * What a job of the fault run does, so that one handler makes short and long, good and bad jobs, and families.
 *
 * @param millis how long an attempt works, in slices
 * @param slices how many; a checkpoint follows each if there is more than one
 * @param failures attempts of a round that fail transiently before one succeeds
 * @param spoiled the attempt after those fails for good
 * @param obeys whether it looks for a stop between slices
 * @param family children that it spawns before it works; null: none
 */
public record Recipe(
        int millis,
        int slices,
        int failures,
        boolean spoiled,
        boolean obeys,
        @Nullable Family family) {
    /** Done at once. */
    public static final Recipe NOTHING = new Recipe(0, 1, 0, false, true, null);

    /** What a parent does about its children. */
    public enum Waiting {
        /** Returns; it completes after the last of them. */
        SILENT,
        /** Is called back after the last of them. */
        ALL,
        /** Is called back after each of them. */
        EACH,
        /** Completes at once. */
        LEAVE
    }

    /**
     * Children, each doing the same.
     *
     * @param each what a child does, or a family of its own
     */
    public record Family(int children, Waiting waiting, Recipe each) {}
}
