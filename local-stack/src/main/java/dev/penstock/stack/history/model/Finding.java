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
        /** More jobs that run, or begin within a time, than a limit allows. */
        OVER_LIMIT,
        /** Two living jobs with one unique key, or a second submission that was not answered as its rule says. */
        UNIQUE,
        /** What happened before its time: the end of a wait, of a deadline, of a file, of a job. */
        TOO_EARLY,
        /** A round that began after its deadline. */
        TOO_LATE,
        /** A job that was given up after another number of failed attempts than it was allowed. */
        ATTEMPTS,
        /** A fire time of a schedule that was dealt with twice, not at all, too early, or against its rule of overlap. */
        FIRE_TIME,
        /** An attempt that failed although its handler did not let it: the deploy did. */
        FAILED_BY_DEPLOY,
        /** A process that had to be killed although it was asked to end. */
        NOT_ENDED,
        /** Stored state of a higher level than is allowed, or that is not written although it is (B14). */
        FORMAT_LEVEL,
        /** A lease taken from a worker that was there. */
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
