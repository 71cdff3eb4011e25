package dev.penstock.api.client;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How an awaited job ended.
 *
 * @param job the job
 * @param status COMPLETED, FAILED, ABORTED or STOPPED
 * @param result what its handler returned; null if nothing
 * @param message of its last failure; null if none
 */
public record JobEnd(
        JobId job,
        Status status,
        @Nullable Json result,
        @Nullable String message) {
    public boolean isCompleted() {
        return status == Status.COMPLETED;
    }

    /**
     * The result as a value.
     *
     * @throws IllegalStateException if there is none, or it is of another form; the sentence says which
     */
    public <T> T result(Class<T> type) {
        if (result == null) {
            throw new IllegalStateException(
                    "Job " + job + " is " + status + " and has no result" + (message == null ? "" : ": " + message));
        }
        try {
            return Wire.read(result.text().getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "The result of job " + job + " is no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
