package dev.penstock.api.worker;

import dev.penstock.api.command.Report;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.outcome.AbortJob;
import dev.penstock.api.worker.outcome.SnoozeJob;
import dev.penstock.api.worker.outcome.WorkerMetrics.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What came of running a handler, and how it is reported.
 *
 * @param took running time
 * @param result what it returned
 * @param thrown what it threw; {@link Error}s too, because the job must end and the worker go on
 * @param heeded it swallowed the interrupt of a forced stop: it was told, and returned
 */
record Ending(
        Duration took, @Nullable Json result, @Nullable Throwable thrown, boolean heeded) {
    private static final int MAX_RESULT = 256 * 1024;

    /** Runs the handler inside the chain, and waits for the children it has spawned. Throws nothing. */
    static Ending of(Handlers.Entry<?> handler, Attempt attempt, List<Around> arounds) {
        long begun = System.nanoTime();
        Json result = null;
        Throwable thrown = null;
        try {
            Object value = chain(handler, attempt, arounds).run();
            result = value == null ? null : fitting(attempt.contents().closed("result", json(value)));
        } catch (Throwable t) {
            thrown = t;
        }
        boolean heeded = attempt.hasHeeded();
        try {
            attempt.context().spawning().settle();
        } catch (RuntimeException e) {
            thrown = both(thrown, e);
        }
        return new Ending(Duration.ofNanos(System.nanoTime() - begun), result, thrown, heeded);
    }

    /** Of a handler that is left behind, because the worker closes. */
    static Ending ofClosing() {
        return new Ending(Duration.ZERO, null, new CancellationException("the worker is closing"), false);
    }

    private static Throwable both(@Nullable Throwable first, RuntimeException second) {
        if (first == null) {
            return second;
        }
        first.addSuppressed(second);
        return first;
    }

    private static Around.Next chain(Handlers.Entry<?> handler, Attempt attempt, List<Around> arounds) {
        JobContext context = attempt.context();
        Around.Next next = () -> handler.run(attempt.contents().payload(), context);
        for (ListIterator<Around> i = arounds.listIterator(arounds.size()); i.hasPrevious(); ) {
            Around around = i.previous();
            Around.Next inner = next;
            next = () -> around.around(context, inner);
        }
        return next;
    }

    private static Json json(Object value) {
        try {
            return value instanceof Json json ? json : new Json(Wire.text(value));
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("The result cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /** As it is sent: sealed, it is a third larger. */
    private static Json fitting(Json result) {
        if (result.bytes() > MAX_RESULT) {
            throw new PermanentFailure("The result has " + result.bytes() + " bytes, at most " + MAX_RESULT
                    + " are allowed. Put the data into a store and its address into the result");
        }
        return result;
    }

    /** What it counts as: a handler that was stopped or cut off has neither failed nor succeeded. */
    Outcome outcome(Attempt attempt) {
        Attempt.Wish wish = attempt.wish();
        boolean insisted = wish == Attempt.Wish.FORCED_STOP || wish == Attempt.Wish.CLOSE;
        if (attempt.context().sawStop() || (thrown != null && insisted) || heeded) {
            return wish == Attempt.Wish.CLOSE ? Outcome.HANDED_BACK : Outcome.STOPPED;
        }
        if (thrown == null) {
            return attempt.context().awaiting() == null ? Outcome.SUCCEEDED : Outcome.AWAITS_CHILDREN;
        }
        if (cause(SnoozeJob.class) != null) {
            return Outcome.SNOOZED;
        }
        return cause(AbortJob.class) == null ? Outcome.FAILED : Outcome.ABORTED;
    }

    private <T extends Throwable> @Nullable T cause(Class<T> type) {
        for (Throwable t = thrown; t != null && t.getCause() != t; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    /** The report that ends the attempt; {@code delivery} if it is the only one. */
    Report report(Attempt attempt, Outcome outcome, @Nullable Delivery delivery) {
        JobId job = attempt.order().job();
        Lease lease = attempt.telling().lease();
        return switch (outcome) {
            case HANDED_BACK -> new Report.HandedBack(job, lease, "the worker is closing", true);
            case STOPPED -> new Report.Stopped(job, lease, took);
            case FAILED, ABORTED -> failed(attempt, outcome == Outcome.ABORTED, delivery);
            case SNOOZED ->
                new Report.Snooze(
                        job,
                        lease,
                        delivery,
                        Objects.requireNonNull(cause(SnoozeJob.class)).delay());
            case AWAITS_CHILDREN ->
                new Report.AwaitChildren(
                        job, lease, Objects.requireNonNull(attempt.context().awaiting()), took);
            default ->
                new Report.Succeeded(
                        job,
                        lease,
                        delivery,
                        took,
                        result,
                        List.of(),
                        attempt.context().isDetached());
        };
    }

    private Report failed(Attempt attempt, boolean abort, @Nullable Delivery delivery) {
        AbortJob given = cause(AbortJob.class);
        Throwable why = given == null ? Objects.requireNonNull(thrown) : given;
        Duration retryIn = why instanceof TransientFailure failure ? failure.retryIn() : null;
        return new Report.Failed(
                attempt.order().job(),
                attempt.telling().lease(),
                delivery,
                took,
                attempt.rules().failure(why, attempt.contents()::said),
                retryIn,
                abort);
    }
}
