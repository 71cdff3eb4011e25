package dev.penstock.stack.history.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A lease as a record quotes it; all four parts must match (failure scenario A5). The job is the fifth. */
public record Hold(long round, long attempt, long number, String worker) {
    /** The lease in a record's data; null if there is none. */
    public static @Nullable Hold of(JsonNode data) {
        JsonNode lease = data.path("lease");
        return lease.isObject()
                ? new Hold(
                        lease.path("round").asLong(),
                        lease.path("attempt").asLong(),
                        lease.path("number").asLong(),
                        lease.path("worker").asText(""))
                : null;
    }

    /** The dispatch in an event's data, as a lease that nobody holds yet; null if there is none. */
    public static @Nullable Hold ofDispatch(JsonNode data) {
        JsonNode dispatch = data.path("dispatch");
        return dispatch.isObject()
                ? new Hold(
                        dispatch.path("round").asLong(),
                        dispatch.path("attempt").asLong(),
                        dispatch.path("number").asLong(),
                        "")
                : null;
    }

    /** The same but for the worker. */
    public boolean isDispatchedAs(@Nullable Hold dispatch) {
        return dispatch != null && dispatch.round == round && dispatch.attempt == attempt && dispatch.number == number;
    }

    @Override
    public String toString() {
        return "lease " + number + " (round " + round + ", attempt " + attempt + (worker.isEmpty() ? "" : ", " + worker)
                + ")";
    }
}
