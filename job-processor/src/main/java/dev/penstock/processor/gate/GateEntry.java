package dev.penstock.processor.gate;

import dev.penstock.api.dispatch.GateRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a gate's book; which fields it has depends on its key.
 *
 * @param inside dispatches that have passed and are not over
 * @param next number of the next that waits
 * @param starts when the last ones passed, oldest first, as many as the rate allows; null: there is no rate
 * @param request what waits, or has passed
 * @param since when it passed
 * @param key where a waiting job's entry stands
 */
public record GateEntry(
        int inside,
        long next,
        @Nullable List<Instant> starts,
        @Nullable GateRequest request,
        @Nullable Instant since,
        @Nullable String key) {
    static final GateEntry EMPTY = new GateEntry(0, 0, null, null, null, null);

    static GateEntry waiting(GateRequest request) {
        return new GateEntry(0, 0, null, request, null, null);
    }

    static GateEntry passed(GateRequest request, Instant since) {
        return new GateEntry(0, 0, null, request, since, null);
    }

    static GateEntry at(String key) {
        return new GateEntry(0, 0, null, null, null, key);
    }

    GateEntry inside(int more) {
        return new GateEntry(inside + more, next, starts, null, null, null);
    }

    GateEntry numbered() {
        return new GateEntry(inside, next + 1, starts, null, null, null);
    }

    GateEntry started(@Nullable List<Instant> now) {
        return new GateEntry(inside, next, now, null, null, null);
    }
}
