package dev.penstock.api.worker.family;

import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A child that has ended (S1.16).
 *
 * @param job its id
 * @param name what its parent called it
 * @param type its type
 * @param status COMPLETED, FAILED, ABORTED or EXPIRED
 * @param result what its handler returned; null if nothing
 * @param error what a failed or aborted one died of; null for others
 */
public record ChildEnd(
        JobId job,
        String name,
        String type,
        Status status,
        @Nullable Json result,
        @Nullable String error) {

    static ChildEnd of(ChildrenNews.Ended e) {
        return new ChildEnd(e.job(), e.name(), e.type(), e.status(), e.result(), e.error());
    }

    ChildEnd opened(BiFunction<JobId, Json, Json> opening) {
        return result == null ? this : new ChildEnd(job, name, type, status, opening.apply(job, result), error);
    }

    public boolean isCompleted() {
        return status == Status.COMPLETED || status == Status.EXPIRED;
    }

    /**
     * The result as a value.
     *
     * @throws IllegalStateException if there is none, or it is of another form; the sentence says which
     */
    public <T> T result(Class<T> form) {
        if (result == null) {
            throw new IllegalStateException("The child " + name + " (" + type + ", " + job + ") is " + status
                    + " and has no result" + (error == null ? "" : ": " + error));
        }
        try {
            return Wire.read(result.text().getBytes(StandardCharsets.UTF_8), form);
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "The result of the child " + name + " (" + type + ", " + job + ") is no " + form.getSimpleName()
                            + ": " + e.getMessage(),
                    e);
        }
    }
}
