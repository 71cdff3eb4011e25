package dev.penstock.api.worker;

import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.link.Received;
import dev.penstock.api.link.Taker;
import dev.penstock.api.seal.Contents;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import dev.penstock.api.worker.report.Telling;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One job's way through a worker, top to bottom in {@link #run}: wait for the grant if it must be claimed, run the handler,
 * flush its log, report, leave. What it says to the log goes through {@link Telling}.
 */
final class Attempt implements Runnable, Taker.Taking {
    private static final Duration GRANT = Duration.ofMinutes(1);

    private final WorkOrder order;
    private final Handlers.Entry<?> handler;
    private final Shift shift;
    private final Telling telling;
    private final AttemptContext context;
    private final Contents contents;
    private final long takenAt = System.nanoTime();
    private final @Nullable CompletableFuture<Grant> grant;
    private volatile Wish wish = Wish.NONE;
    private boolean insisted;
    private volatile @Nullable Thread thread;

    Attempt(Received received, Handlers.Entry<?> handler, boolean claim, Shift shift) {
        this.order = received.order();
        this.handler = handler;
        this.shift = shift;
        this.grant = claim ? new CompletableFuture<>() : null;
        this.telling = new Telling(received, shift.id(), shift.reports(), claim);
        this.contents = new Contents(order, shift.handlers().sealing());
        this.context = new AttemptContext(this, telling, shift);
    }

    /** Why a handler should end early. */
    enum Wish {
        NONE,
        /** The worker closes: the job goes to another. */
        CLOSE,
        /** A person asked (S2.15). */
        STOP,
        /** A person insisted (S2.17). */
        FORCED_STOP
    }

    @Override
    public void run() {
        try {
            if (isGranted()) {
                Ending ending = Ending.of(handler, this, shift.arounds());
                context.lines().flush();
                end(ending);
            }
        } finally {
            shift.crew().left(this);
        }
    }

    /** Claimed first, it runs only after the grant, which comes committed (failure scenario B2). */
    private boolean isGranted() {
        if (grant == null) {
            return !telling.isDropped();
        }
        announce();
        try {
            context.granted(
                    grant.orTimeout(GRANT.toSeconds(), TimeUnit.SECONDS).join().fencingToken());
            return !telling.isDropped();
        } catch (CompletionException | CancellationException e) {
            // Dropped, because the log gave the job to somebody else; or never answered: then the lease, if there is
            // one, is missed in the heartbeats and given to the next.
            return false;
        }
    }

    private void end(Ending ending) {
        // A stop that comes late must not break the report off; and what it counts as may not change half-way.
        Thread.interrupted();
        WorkerMetrics.Outcome outcome = ending.outcome(this);
        CompletableFuture<Void> reported = telling.end(delivery -> ending.report(this, outcome, delivery));
        if (reported == null) {
            return;
        }
        try {
            reported.join();
            shift.metrics().ended(order, outcome, ending.took());
        } catch (CompletionException e) {
            shift.giveUp("a report was not acknowledged: " + e.getCause());
        }
    }

    @Override
    public boolean announce() {
        return telling.announce();
    }

    @Override
    public CompletableFuture<Void> settled() {
        return telling.settled();
    }

    @Override
    public boolean occupies() {
        return true;
    }

    void start() {
        Thread worker = handler.handler().cpuBound()
                ? Thread.ofPlatform().daemon().name("job " + order.job()).unstarted(this)
                : Thread.ofVirtual().name("job " + order.job()).unstarted(this);
        thread = worker;
        worker.start();
    }

    /** The processors' answer to a claim. */
    void granted(Grant given) {
        if (grant != null) {
            grant.complete(given);
        }
    }

    /** The processors' answer to children that were spawned. */
    void spawned(String command, @Nullable String refusal) {
        context.spawning().decided(command, refusal);
    }

    /** The lease is lost: not a word about it any more, and the handler may end as soon as it can. */
    void drop() {
        context.spawning().lose();
        telling.drop();
        if (grant != null) {
            grant.cancel(false);
        }
        interrupt();
    }

    /** Asks the handler to end, and insists if that is wished; a person's wish outweighs the worker's. */
    void ask(Wish asked) {
        wish = wish.compareTo(asked) >= 0 ? wish : asked;
        if (asked == Wish.FORCED_STOP) {
            insist();
        }
    }

    /** In one: the handler that the interrupt wakes may return before the next line, and must find that it was told. */
    private synchronized void insist() {
        interrupt();
        insisted = true;
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** The worker leaves, whether the handler ends or not: else the job would be found as a lost lease. */
    void handBack() {
        ask(wish == Wish.STOP ? Wish.FORCED_STOP : Wish.CLOSE);
        interrupt();
        end(Ending.ofClosing());
        telling.drop();
    }

    Wish wish() {
        return wish;
    }

    /**
     * Whether a person insisted, and the handler swallowed the interrupt. Asked on its thread when it has returned: whoever is
     * interrupted after that had ended by itself.
     */
    synchronized boolean hasHeeded() {
        return insisted && !Thread.currentThread().isInterrupted();
    }

    boolean isHeld() {
        return telling.isHeld();
    }

    long takenAt() {
        return takenAt;
    }

    WorkOrder order() {
        return order;
    }

    Telling telling() {
        return telling;
    }

    /** What of the job is sealed. */
    Contents contents() {
        return contents;
    }

    AttemptContext context() {
        return context;
    }

    FailureRules rules() {
        return shift.rules();
    }
}
