package dev.penstock.api.worker.outcome;

import dev.penstock.api.dispatch.WorkOrder;
import java.time.Duration;

/** What can be counted and timed of a worker; called from its threads, must not block. Every method may be left out. */
public interface WorkerMetrics {
    /** Counts nothing. */
    WorkerMetrics NONE = new WorkerMetrics() {};

    /** A dispatch was taken from its work topic. */
    default void taken(WorkOrder order) {}

    /** An attempt has ended and its report is durable. */
    default void ended(WorkOrder order, Outcome outcome, Duration took) {}

    /** A dispatch was not run. */
    default void turnedAway(WorkOrder order, Outcome outcome) {}

    /** The worker has given all its jobs up, because its heartbeats did not get through. */
    default void fenced() {}

    /** What became of a dispatch. */
    enum Outcome {
        SUCCEEDED,
        /** It ended well, and the job waits for its children. */
        AWAITS_CHILDREN,
        FAILED,
        /** The handler gave the job up. */
        ABORTED,
        /** The handler asked to run again later. */
        SNOOZED,
        STOPPED,
        HANDED_BACK,
        STALE,
        USED_UP,
        DROPPED
    }
}
