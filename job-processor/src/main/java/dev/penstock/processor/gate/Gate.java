package dev.penstock.processor.gate;

import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets dispatches pass, as many as a limit allows, by lane and then in the order in which they came.
 *
 * <p>Exact: one partition keeps the gate, and every request is handled in the transaction that moves its offset. A place is
 * free again when the dispatch is over, whatever ended it.
 */
public final class Gate {
    private static final String LEFT = "x/";
    /** Looked at in one go: a million jobs may be given up at once. */
    private static final int MOST_LEFT = 10_000;

    private final String name;
    private final GateStore store;
    private final Function<String, Setting.@Nullable Limit> bounds;

    /** @param bounds of a gate as they are set now; null: it holds nobody back */
    public Gate(String name, GateStore store, Function<String, Setting.@Nullable Limit> bounds) {
        this.name = name;
        this.store = store;
        this.bounds = bounds;
    }

    /** Something has passed: it goes to the next gate, or to its work topic. */
    public record Passed(WorkOrder order, List<String> then) {}

    /** Handles a request; returns what passes because of it. */
    public List<Passed> handle(GateRequest request, Instant now) {
        if (request.order() == null) {
            if (!release(request.job(), request.lease())) {
                store.put(left(request.job()), GateEntry.passed(request, now));
            }
        } else if (!hasLeft(request)) {
            admit(request);
        }
        return look(now);
    }

    /** What may pass now, though nobody has asked: a bound was raised, or a rate's span is over. */
    public List<Passed> look(Instant now) {
        List<Passed> passed = new ArrayList<>();
        List<GateStore.Entry> first = store.all(waiting(), 1);
        while (!first.isEmpty() && mayPass(now)) {
            passed.add(pass(first.getFirst(), now));
            first = store.all(waiting(), 1);
        }
        return passed;
    }

    /** Whether somebody waits here. */
    public boolean isWaitedAt() {
        return !store.all(waiting(), 1).isEmpty();
    }

    /**
     * Forgets who left long ago and never came, some thousands at a time.
     *
     * @param before the moment until which they left
     */
    public static void forget(GateStore store, Instant before) {
        for (GateStore.Entry entry : store.all(LEFT, MOST_LEFT)) {
            Instant since = entry.entry().since();
            if (since != null && since.isBefore(before)) {
                store.put(entry.key(), null);
            }
        }
    }

    /**
     * A dispatch can be over before it comes here: what leaves is told by the job's partition, what comes may be sent by the
     * gate before this one, and the one may overtake the other. Let in, it would never leave again.
     */
    private boolean hasLeft(GateRequest request) {
        GateEntry left = store.get(left(request.job()));
        if (left == null || left.request() == null) {
            return false;
        }
        store.put(left(request.job()), null);
        boolean over = left.request().lease() >= request.lease();
        GateEntry inside = over ? store.get(inside(request.job())) : null;
        if (inside != null && inside.request() != null) {
            // An earlier dispatch, in whose place this one came.
            var unused = release(request.job(), inside.request().lease());
        }
        return over;
    }

    private void admit(GateRequest request) {
        GateEntry inside = store.get(inside(request.job()));
        if (inside != null && inside.request() != null) {
            if (inside.request().lease() == request.lease()) {
                return;
            }
            var unused = release(request.job(), inside.request().lease());
        }
        GateEntry before = store.get(place(request.job()));
        if (before != null && before.key() != null) {
            store.put(before.key(), GateEntry.waiting(request));
            return;
        }
        GateEntry state = state();
        String lane = request.order() == null ? "" : request.order().lane().lane();
        String key = String.format(Locale.ROOT, "%s%s/%014d", waiting(), order(lane), state.next());
        store.put(state(name), state.numbered());
        store.put(key, GateEntry.waiting(request));
        store.put(place(request.job()), GateEntry.at(key));
    }

    /** False if it is neither inside nor waiting. */
    private boolean release(JobId job, long lease) {
        GateEntry inside = store.get(inside(job));
        if (inside != null && inside.request() != null && inside.request().lease() == lease) {
            store.put(inside(job), null);
            store.put(state(name), state().inside(-1));
            return true;
        }
        GateEntry place = store.get(place(job));
        GateEntry waits = place == null || place.key() == null ? null : store.get(place.key());
        if (place != null
                && place.key() != null
                && waits != null
                && waits.request() != null
                && waits.request().lease() == lease) {
            store.put(place.key(), null);
            store.put(place(job), null);
            return true;
        }
        return false;
    }

    private boolean mayPass(Instant now) {
        Setting.Limit limit = bounds.apply(name);
        if (limit == null) {
            return true;
        }
        GateEntry state = state();
        Integer running = limit.maxRunning();
        if (running != null && state.inside() >= running) {
            return false;
        }
        Integer rate = limit.rate();
        Duration per = limit.per();
        List<Instant> starts = state.starts();
        if (rate == null || per == null || starts == null || starts.size() < rate) {
            return true;
        }
        return !now.isBefore(starts.get(starts.size() - rate).plus(per));
    }

    private Passed pass(GateStore.Entry first, Instant now) {
        GateRequest request = Objects.requireNonNull(first.entry().request());
        WorkOrder order = Objects.requireNonNull(request.order());
        store.put(first.key(), null);
        store.put(place(request.job()), null);
        // The order itself is not needed any more: only its place, and where it went.
        store.put(inside(request.job()), GateEntry.passed(request, now));
        store.put(state(name), state().inside(1).started(starts(now)));
        return new Passed(order, request.then());
    }

    private @Nullable List<Instant> starts(Instant now) {
        Setting.Limit limit = bounds.apply(name);
        Integer rate = limit == null ? null : limit.rate();
        if (rate == null) {
            return null;
        }
        List<Instant> starts = new ArrayList<>(state().starts() == null ? List.of() : state().starts());
        starts.add(now);
        return starts.size() > rate ? starts.subList(starts.size() - rate, starts.size()) : starts;
    }

    private GateEntry state() {
        GateEntry state = store.get(state(name));
        return state == null ? GateEntry.EMPTY : state;
    }

    private static String order(String lane) {
        return switch (lane) {
            case "high" -> "0";
            case "low" -> "2";
            default -> "1";
        };
    }

    private static String state(String gate) {
        return "s/" + gate;
    }

    private String waiting() {
        return "w/" + name + "/";
    }

    private String inside(JobId job) {
        return "i/" + name + "/" + job;
    }

    private String left(JobId job) {
        return LEFT + name + "/" + job;
    }

    private String place(JobId job) {
        return "j/" + name + "/" + job;
    }
}
