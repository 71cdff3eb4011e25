package dev.penstock.stack.chaos.worker;

/**
 * What a job of the fault run does, so that one handler makes short and long, good and bad jobs.
 *
 * @param millis how long an attempt works, in slices
 * @param slices how many; a checkpoint follows each if there is more than one
 * @param failures attempts of a round that fail transiently before one succeeds
 * @param spoiled the attempt after those fails for good
 * @param obeys whether it looks for a stop between slices
 */
public record Recipe(int millis, int slices, int failures, boolean spoiled, boolean obeys) {
    /** Done at once. */
    public static final Recipe NOTHING = new Recipe(0, 1, 0, false, true);
}
