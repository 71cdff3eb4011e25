package dev.penstock.processor.rebuild;

/**
 * An entry of a store that is not what the log says.
 *
 * @param store name of the store
 * @param partition of the log
 * @param key of the entry: a job's id, a setting's key, a key of the book of families
 * @param kind what is wrong with it
 */
public record Difference(String store, int partition, String key, Kind kind) {
    /** What is wrong with an entry of a store. */
    public enum Kind {
        /** The log has it, the store does not. */
        MISSING,
        /** Both have it, and they differ. */
        OTHER,
        /** The store has it, and it does not follow from the log. */
        LEFT_OVER
    }

    @Override
    public String toString() {
        return store + " " + partition + " " + key + ": "
                + switch (kind) {
                    case MISSING -> "missing";
                    case OTHER -> "other than by the log";
                    case LEFT_OVER -> "does not follow from the log";
                };
    }
}
