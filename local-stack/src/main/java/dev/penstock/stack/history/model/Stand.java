package dev.penstock.stack.history.model;

/** Where a job stands, by this checker's own count. */
public enum Stand {
    /** Nobody has submitted it. */
    NONE,
    SCHEDULED,
    QUEUED,
    RUNNING,
    WAITING_FOR_CHILDREN,
    RETRYING,
    STOPPING,
    STOPPED,
    COMPLETED,
    FAILED,
    ABORTED,
    EXPIRED,
    DELETED;

    /** Nothing happens any more by itself: it is over, or a person must act. */
    public boolean isEnd() {
        return switch (this) {
            case STOPPED, COMPLETED, FAILED, ABORTED, EXPIRED, DELETED -> true;
            case NONE, SCHEDULED, QUEUED, RUNNING, WAITING_FOR_CHILDREN, RETRYING, STOPPING -> false;
        };
    }
}
