package dev.penstock.api.worker.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Gives the job up: it is ABORTED, with this reason, and not tried again. For work that has lost its purpose; what went wrong
 * and should be looked at is a {@code PermanentFailure}.
 */
public final class AbortJob extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Gives it up; {@code reason} is shown as the job's. */
    public AbortJob(String reason) {
        this(reason, null);
    }

    public AbortJob(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
