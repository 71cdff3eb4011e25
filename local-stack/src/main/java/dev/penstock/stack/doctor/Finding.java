package dev.penstock.stack.doctor;

/**
 * One answer of the doctor.
 *
 * @param weight what it means for Penstock
 * @param what the setting or fact, with its present value
 * @param effect what follows from it; empty when all is well
 */
public record Finding(Weight weight, String what, String effect, String mend) {
    /** What a finding means for Penstock. */
    public enum Weight {
        /** As it should be. */
        GOOD,
        /** Works, at a price that is stated. */
        COSTS,
        /** Does not work, or may lose jobs. */
        BREAKS
    }

    static Finding good(String what) {
        return new Finding(Weight.GOOD, what, "", "");
    }
}
