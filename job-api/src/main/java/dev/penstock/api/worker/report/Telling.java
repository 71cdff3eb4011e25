package dev.penstock.api.worker.report;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Lease;
import dev.penstock.api.key.Ids;
import dev.penstock.api.link.Received;
import dev.penstock.api.link.Reports;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one attempt.
 *
 * <p>A short job reports once, with the delivery in its last report; a longer one is announced ({@code Started}) by the
 * intake. The lock makes these two exclude each other; whichever comes first settles the record. Nothing is said after the
 * end, nor after the lease is lost.
 */
public final class Telling {
    private final WorkOrder order;
    private final Delivery delivery;
    private final Lease lease;
    private final Reports reports;
    private final boolean claim;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final ReentrantLock reporting = new ReentrantLock();
    private boolean announced;
    private volatile boolean ended;
    private volatile boolean dropped;

    /**
     * The reports of a worker about what it has received.
     *
     * @param claim the attempt asks for the grant before it begins
     */
    public Telling(Received received, String worker, Reports reports, boolean claim) {
        this.order = received.order();
        this.delivery = received.delivery();
        this.lease = received.lease(worker);
        this.reports = reports;
        this.claim = claim;
    }

    /** Says that the attempt begins, unless something has been said already. Returns whether it goes on. */
    public boolean announce() {
        reporting.lock();
        try {
            if (!announced && !ended && !dropped) {
                announced = true;
                settle(send(Ids.command(), new Report.Started(order.job(), lease, delivery, claim)));
            }
            return !ended;
        } finally {
            reporting.unlock();
        }
    }

    /** Reports something in the middle of the attempt; done when durable, failed if the lease is lost. */
    public CompletableFuture<Void> tell(Report report) {
        return tell(Ids.command(), report);
    }

    /** The same under an id that the answer will name. */
    public CompletableFuture<Void> tell(String command, Report report) {
        announce();
        return dropped
                ? CompletableFuture.failedFuture(new CancellationException("The lease is lost"))
                : send(command, report);
    }

    /** Reports something that nobody waits for. */
    public void mention(Report report) {
        CompletableFuture<Void> unused = tell(report);
    }

    /**
     * Ends the attempt, once.
     *
     * @param last the last report; given the delivery if it is the only one
     * @return done when durable; null if there is nothing to say any more
     */
    public @Nullable CompletableFuture<Void> end(Function<@Nullable Delivery, Report> last) {
        reporting.lock();
        try {
            if (dropped || ended) {
                return null;
            }
            Report report = last.apply(announced ? null : delivery);
            if (report instanceof Report.AwaitChildren || report instanceof Report.Stopped) {
                announce(); // they have no room for a delivery
            }
            ended = true;
            CompletableFuture<Void> reported = send(Ids.command(), report);
            if (!announced) {
                settle(reported);
            }
            return reported;
        } finally {
            reporting.unlock();
        }
    }

    private CompletableFuture<Void> send(String command, Report report) {
        return reports.report(command, lease.worker(), order, report);
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

    /** Done when a report is durable, so that the record may be acknowledged. */
    public CompletableFuture<Void> settled() {
        return settled;
    }

    /** The lease is lost: not a word about it any more. */
    public void drop() {
        dropped = true;
        settled.cancel(false);
    }

    public boolean isDropped() {
        return dropped;
    }

    /** Whether the lease is still held, as far as this worker knows. */
    public boolean isHeld() {
        return !dropped && !ended;
    }

    public Lease lease() {
        return lease;
    }

    public WorkOrder order() {
        return order;
    }
}
