package dev.penstock.stack.history.model;

/**
 * Something that must not be.
 *
 * @param kind what is broken, in a word that can be counted
 * @param job the job, or what else it is about
 * @param sentence what was found and where: with the offsets
 */
public record Finding(Kind kind, String job, String sentence) {
    /** What can be broken. */
    public enum Kind {
        /** A command that was acknowledged is not in the log. */
        COMMAND_LOST,
        /** A command without an outcome that is no copy. */
        NO_OUTCOME,
        /** An outcome of a command that has had one, that nobody sent, or whose turn has passed. */
        SECOND_OUTCOME,
        /** The rules threw. */
        RULES_FAILED,
        /** An event that the job's status does not allow, or a command that leads elsewhere. */
        ILLEGAL_TRANSITION,
        /** A version that is missing or comes twice. */
        VERSION,
        /** A round that was completed twice. */
        SECOND_COMPLETION,
        /** What somebody reported who does not hold the lease. */
        OLD_LEASE,
        /** A lease whose number does not come from its command, or does not grow. */
        LEASE_NUMBER,
        /** A waiting parent that went on before its children had ended. */
        PARENT_BEFORE_CHILD,
        /** A job that stands still. */
        STUCK,
        /** A failed job without a dead letter. */
        NO_DEAD_LETTER,
        /** An accepted completion of an attempt that no handler ran. */
        NEVER_RAN,
        /** A job that was given up before any worker ran, and ran. */
        RAN_AFTER_ABORT,
        /** A lease taken from a worker that nobody had harmed. */
        LEASE_TAKEN,
        /** The state topic says something else than the log. */
        STATE_DIFFERS,
        /** PostgreSQL says something else than the log. */
        TABLE_DIFFERS
    }

    @Override
    public String toString() {
        return kind + " " + job + ": " + sentence;
    }
}
