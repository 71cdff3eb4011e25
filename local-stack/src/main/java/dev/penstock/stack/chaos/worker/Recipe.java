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
 * @param quirk what few jobs do; null: nothing of it
 */
public record Recipe(
        int millis,
        int slices,
        int failures,
        boolean spoiled,
        boolean obeys,
        @Nullable Family family,
        @Nullable Quirk quirk) {
    /** Done at once. */
    public static final Recipe NOTHING = of(0);

    /** Works so long, and succeeds. */
    public static Recipe of(int millis) {
        return new Recipe(millis, 1, 0, false, true, null, null);
    }

    /** The same with a quirk. */
    public Recipe with(Quirk other) {
        return new Recipe(millis, slices, failures, spoiled, obeys, family, other);
    }

    /**
     * Something unusual.
     *
     * @param snoozes attempts of a round that ask to be run again a moment later, before anything else
     * @param files whether it attaches a file
     */
    public record Quirk(int snoozes, boolean files) {}

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
