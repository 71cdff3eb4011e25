package dev.penstock.api.worker;

import org.jspecify.annotations.Nullable;

/** No attempt will help: invalid data, a missing dependency, an error of logic (S1.20). The job fails at once. */
public class PermanentFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PermanentFailure(String message) {
        this(message, null);
    }

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
