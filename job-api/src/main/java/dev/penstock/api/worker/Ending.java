package dev.penstock.api.worker;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Json;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.WorkerMetrics.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/**
 * What came of running a handler, and how it is reported.
 *
 * @param took running time
 * @param result what it returned
 * @param thrown what it threw; {@link Error}s too, because the job must end and the worker go on
 */
record Ending(
        Duration took, @Nullable Json result, @Nullable Throwable thrown) {
    private static final int MAX_RESULT = 256 * 1024;

    /** Runs the handler inside the chain. Throws nothing. */
    static Ending of(Handlers.Entry<?> handler, WorkOrder order, JobContext context, List<Around> arounds) {
        long begun = System.nanoTime();
        try {
            Object value = chain(handler, order, context, arounds).run();
            Json result = value == null ? null : json(value);
            return new Ending(since(begun), result, null);
        } catch (Throwable thrown) {
            return new Ending(since(begun), null, thrown);
        }
    }

    private static Around.Next chain(
            Handlers.Entry<?> handler, WorkOrder order, JobContext context, List<Around> arounds) {
        Around.Next next = () -> handler.run(order, context);
        for (ListIterator<Around> i = arounds.listIterator(arounds.size()); i.hasPrevious(); ) {
            Around around = i.previous();
            Around.Next inner = next;
            next = () -> around.around(context, inner);
        }
        return next;
    }

    private static Json json(Object value) {
        Json result;
        try {
            result = value instanceof Json json ? json : new Json(Wire.text(value));
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("The result cannot be written as JSON: " + e.getMessage(), e);
        }
        if (result.bytes() > MAX_RESULT) {
            throw new PermanentFailure("The result has " + result.bytes() + " bytes, at most " + MAX_RESULT
                    + " are allowed. Put the data into a store and its address into the result");
        }
        return result;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** What it counts as: a handler that was stopped or cut off has neither failed nor succeeded. */
    Outcome outcome(Attempt attempt) {
        Attempt.Wish wish = attempt.wish();
        boolean insisted = wish == Attempt.Wish.FORCED_STOP || wish == Attempt.Wish.CLOSE;
        if (attempt.sawStop() || (thrown != null && insisted)) {
            return wish == Attempt.Wish.CLOSE ? Outcome.HANDED_BACK : Outcome.STOPPED;
        }
        return thrown == null ? Outcome.SUCCEEDED : Outcome.FAILED;
    }

    /** The report that ends the attempt; {@code delivery} if it is the only one. */
    Report report(Attempt attempt, @Nullable Delivery delivery) {
        var job = attempt.order().job();
        return switch (outcome(attempt)) {
            case HANDED_BACK -> new Report.HandedBack(job, attempt.lease(), "the worker is closing", true);
            case STOPPED -> new Report.Stopped(job, attempt.lease(), took);
            case FAILED -> failed(attempt, delivery);
            default -> new Report.Succeeded(job, attempt.lease(), delivery, took, result, List.of(), false);
        };
    }

    private Report failed(Attempt attempt, @Nullable Delivery delivery) {
        Throwable why = java.util.Objects.requireNonNull(thrown);
        Duration retryIn = why instanceof TransientFailure failure ? failure.retryIn() : null;
        return new Report.Failed(
                attempt.order().job(),
                attempt.lease(),
                delivery,
                took,
                attempt.rules().failure(why),
                retryIn,
                false);
    }
}
