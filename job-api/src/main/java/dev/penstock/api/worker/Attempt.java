package dev.penstock.api.worker;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Lease;
import dev.penstock.api.link.Received;
import dev.penstock.api.link.Taker;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One job's way through a worker, top to bottom in {@link #run}: wait for the grant if it must be claimed, run the handler,
 * flush its log, report, leave.
 *
 * <p>A short job reports once, with the delivery in its last report; a longer one is announced ({@code Started}) by the
 * intake. The lock makes these two exclude each other; whichever comes first settles the record.
 */
final class Attempt implements Runnable, Taker.Taking {
    private static final Duration GRANT = Duration.ofMinutes(1);

    private final WorkOrder order;
    private final Delivery delivery;
    private final Lease lease;
    private final Handlers.Entry<?> handler;
    private final Shift shift;
    private final AttemptContext context;
    private final long takenAt = System.nanoTime();

    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final @Nullable CompletableFuture<Grant> grant;
    private final ReentrantLock reporting = new ReentrantLock();
    private boolean announced;
    private volatile boolean ended;
    private volatile boolean dropped;
    private volatile Wish wish = Wish.NONE;
    private volatile @Nullable Thread thread;

    Attempt(Received received, Handlers.Entry<?> handler, boolean claim, Shift shift) {
        this.order = received.order();
        this.delivery = received.delivery();
        this.lease = received.lease(shift.id());
        this.handler = handler;
        this.shift = shift;
        this.grant = claim ? new CompletableFuture<>() : null;
        this.context = new AttemptContext(this, order, shift);
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
                Ending ending = Ending.of(handler, order, context, shift.arounds());
                context.flushLines();
                end(ending);
            }
        } finally {
            shift.crew().left(this);
        }
    }

    /** Claimed first, it runs only after the grant, which comes committed (failure scenario B2). */
    private boolean isGranted() {
        if (grant == null) {
            return !dropped;
        }
        announce();
        try {
            context.granted(
                    grant.orTimeout(GRANT.toSeconds(), TimeUnit.SECONDS).join().fencingToken());
            return !dropped;
        } catch (CompletionException | CancellationException e) {
            // Dropped, because the log gave the job to somebody else; or never answered: then the lease, if there is
            // one,
            // is missed in the heartbeats and given to the next.
            return false;
        }
    }

    @Override
    public void announce() {
        reporting.lock();
        try {
            if (!announced && !ended && !dropped) {
                announced = true;
                settle(send(new Report.Started(order.job(), lease, delivery, grant != null)));
            }
        } finally {
            reporting.unlock();
        }
    }

    /** Reports something in the middle of the attempt; done when durable, failed if the lease is lost. */
    CompletableFuture<Void> tell(Report report) {
        announce();
        return dropped ? CompletableFuture.failedFuture(new CancellationException("The lease is lost")) : send(report);
    }

    /** Reports something that nobody waits for. */
    void mention(Report report) {
        CompletableFuture<Void> unused = tell(report);
    }

    private void end(Ending ending) {
        // A stop that comes late must not break the report off; and what it counts as may not change half-way.
        Thread.interrupted();
        WorkerMetrics.Outcome outcome = ending.outcome(this);
        CompletableFuture<Void> reported;
        reporting.lock();
        try {
            if (dropped || ended) {
                return;
            }
            ended = true;
            reported = send(ending.report(this, announced ? null : delivery));
            if (!announced) {
                settle(reported);
            }
        } finally {
            reporting.unlock();
        }
        try {
            reported.join();
            shift.metrics().ended(order, outcome, ending.took());
        } catch (CompletionException e) {
            shift.giveUp("a report was not acknowledged: " + e.getCause());
        }
    }

    private CompletableFuture<Void> send(Report report) {
        return shift.reports().report(shift.id(), order, report);
    }

    private void settle(CompletableFuture<Void> report) {
        CompletableFuture<Void> unused = report.whenComplete((ok, failure) -> {
            if (failure == null) {
                settled.complete(null);
            } else {
                settled.completeExceptionally(failure);
            }
        });
    }

    @Override
    public CompletableFuture<Void> settled() {
        return settled;
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

    /** The lease is lost: not a word about it any more, and the handler may end as soon as it can. */
    void drop() {
        dropped = true;
        if (grant != null) {
            grant.cancel(false);
        }
        settled.cancel(false);
        interrupt();
    }

    /** Asks the handler to end, and insists if that is wished; a person's wish outweighs the worker's. */
    void ask(Wish asked) {
        wish = wish.compareTo(asked) >= 0 ? wish : asked;
        if (asked == Wish.FORCED_STOP) {
            interrupt();
        }
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
        end(new Ending(Duration.ZERO, null, new CancellationException("the worker is closing")));
        dropped = true;
    }

    Wish wish() {
        return wish;
    }

    boolean isHeld() {
        return !dropped && !ended;
    }

    boolean sawStop() {
        return context.sawStop();
    }

    long takenAt() {
        return takenAt;
    }

    WorkOrder order() {
        return order;
    }

    Lease lease() {
        return lease;
    }

    FailureRules rules() {
        return shift.rules();
    }
}
