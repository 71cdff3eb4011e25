package dev.penstock.api.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Another attempt may help: a network time-out, a service that is away (S1.19). The job is tried again after a wait. */
public class TransientFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What a report can carry; anything near it is out of bounds for the rules anyhow. */
    private static final Duration MOST = Duration.ofDays(36_525);

    private final @Nullable Duration retryIn;

    public TransientFailure(String message) {
        this(message, null, null);
    }

    public TransientFailure(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    /**
     * Asks for a wait of its own in place of the type's back-off, as a {@code Retry-After} header does. A negative one, or one
     * of more than 366 days, is not obeyed: the back-off is, and the failure's message says so.
     */
    public TransientFailure(String message, @Nullable Throwable cause, @Nullable Duration retryIn) {
        super(message, cause);
        this.retryIn = retryIn == null ? null : bounded(retryIn);
    }

    private static Duration bounded(Duration wait) {
        Duration atMost = wait.compareTo(MOST) > 0 ? MOST : wait;
        return atMost.compareTo(MOST.negated()) < 0 ? MOST.negated() : atMost;
    }

    /** The wait asked for; null: the type's back-off. */
    public @Nullable Duration retryIn() {
        return retryIn;
    }
}
