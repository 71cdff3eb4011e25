package dev.penstock.api.job;

/** Where a job stands. The table of what may follow is printed from the rules into {@code docs/lifecycle.md}. */
public enum Status {
    /** Waits for its start time. */
    SCHEDULED,
    /** Waits for a worker: Pending, Waiting, Created in the words of S1, S3, S4. */
    QUEUED,
    /** A worker holds its lease. */
    RUNNING,
    /** Its own attempt has ended well; it ends after its last child. */
    WAITING_FOR_CHILDREN,
    /** Waits for its next attempt. */
    RETRYING,
    /** Asked to stop; the handler has not ended yet. */
    STOPPING,
    /** Stopped by a person; may be resumed if its type is resumable. */
    STOPPED,
    /** Done: Finished in the words of S2. */
    COMPLETED,
    /** Failed for good, until a person acts. */
    FAILED,
    /** Given up on purpose: cancelled in S2, aborted in S3. */
    ABORTED,
    /** Completed, and the file it made is gone (S4.16). */
    EXPIRED;

    /** An end: no report, timer, lease or child changes the job any more, only the acts that {@code design} names. */
    public boolean isEnd() {
        return switch (this) {
            case COMPLETED, FAILED, ABORTED, STOPPED, EXPIRED -> true;
            case SCHEDULED, QUEUED, RUNNING, WAITING_FOR_CHILDREN, RETRYING, STOPPING -> false;
        };
    }

    /** Nothing but restart, artifact expiry and delete can follow, so the payload may leave the store (detail 11). */
    public boolean shrinks() {
        return this == COMPLETED || this == ABORTED || this == EXPIRED;
    }
}
