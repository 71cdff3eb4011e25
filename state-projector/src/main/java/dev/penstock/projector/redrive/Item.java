package dev.penstock.projector.redrive;

/**
 * What became of one retry.
 *
 * @param sentence why not; empty if it was accepted
 */
public record Item(DeadJob job, Outcome outcome, String sentence) {
    /** The ends of one retry. */
    public enum Outcome {
        /** The job is in its queue again. */
        ACCEPTED,
        /** The rules say no. */
        REFUSED,
        /** Somebody was quicker; nothing was asked. */
        MOVED_ON,
        /** Kafka did not take it. */
        NOT_SENT,
        /** It was sent, and the log says nothing of it yet. */
        UNANSWERED
    }
}
