package dev.penstock.api.worker;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.link.Received;
import dev.penstock.api.link.Revocations;
import dev.penstock.api.link.Taker;
import dev.penstock.api.topic.TopicPlan;
import dev.penstock.api.worker.outcome.WorkerMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The attempts of a shift: takes dispatches, turns away what must not run, and knows every lease in its hands. */
final class Crew implements Taker {
    /** A job and the number of its lease. */
    private record Key(JobId job, long lease) {
        static Key of(WorkOrder order) {
            return new Key(order.job(), order.number());
        }
    }

    /** A record that is reported and not run. */
    private record TurnedAway(CompletableFuture<Void> settled) implements Taking {
        @Override
        public boolean occupies() {
            return false;
        }

        @Override
        public boolean announce() {
            return false;
        }
    }

    private final Shift shift;
    private final Map<Key, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    Crew(Shift shift) {
        this.shift = shift;
    }

    @Override
    public Taking take(Received received) {
        WorkOrder order = received.order();
        shift.metrics().taken(order);
        if (attempts.containsKey(Key.of(order))) {
            return new TurnedAway(CompletableFuture.completedFuture(null)); // delivered again while it runs here
        }
        var lease = received.lease(shift.id());
        Revocations.Knowledge known = shift.revocations().of(order);
        if (known == Revocations.Knowledge.REVOKED && !order.claim()) {
            return turnedAway(order, new Report.StaleDropped(order.job(), lease), WorkerMetrics.Outcome.STALE);
        }
        if (received.delivery().count() >= TopicPlan.LAST_DELIVERY) {
            return turnedAway(order, new Report.DeliveriesUsedUp(order.job(), lease), WorkerMetrics.Outcome.USED_UP);
        }
        Handlers.Entry<?> handler = shift.handlers().find(order);
        if (handler == null) {
            String why = shift.handlers().whyNone(order);
            return turnedAway(
                    order, new Report.HandedBack(order.job(), lease, why, false), WorkerMetrics.Outcome.HANDED_BACK);
        }
        return begin(new Attempt(received, handler, mustClaim(received, known), shift));
    }

    /**
     * A redelivery may be a twin of one that runs elsewhere; a revocation may not have been read yet, or one that is known have been
     * lifted: then the grant decides, and where one is asked for anyway no revocation need be known (A4, A5).
     */
    private boolean mustClaim(Received received, Revocations.Knowledge known) {
        boolean claim =
                received.order().claim() || received.delivery().count() > 1 || known != Revocations.Knowledge.GOOD;
        if (claim) {
            shift.openGrants();
        }
        return claim;
    }

    private Taking turnedAway(WorkOrder order, Report report, WorkerMetrics.Outcome outcome) {
        shift.metrics().turnedAway(order, outcome);
        return new TurnedAway(shift.reports().report(shift.id(), order, report));
    }

    private Taking begin(Attempt attempt) {
        attempts.put(Key.of(attempt.order()), attempt);
        running.incrementAndGet();
        shift.slots().enter();
        attempt.start();
        return attempt;
    }

    /** The attempt's thread has ended. */
    void left(Attempt attempt) {
        attempts.remove(Key.of(attempt.order()), attempt);
        running.decrementAndGet();
        shift.slots().leave();
    }

    @Override
    public boolean isQuiet(String queue) {
        return shift.isQuiet(queue);
    }

    @Override
    public void broken(RuntimeException cause) {
        shift.giveUp("an intake is broken: " + cause);
    }

    /** Attempts whose threads have not ended, those that ignore an interrupt too. */
    int running() {
        return running.get();
    }

    /** Waits until the last has ended, at most {@code patience}. */
    void awaitIdle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (running() > 0 && System.nanoTime() - end < 0) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Leases held for longer than {@code age}: what a heartbeat lists (A2). */
    List<Beat.Held> heldFor(Duration age) {
        List<Beat.Held> held = new ArrayList<>();
        for (Attempt attempt : attempts.values()) {
            if (attempt.isHeld() && System.nanoTime() - attempt.takenAt() > age.toNanos()) {
                held.add(new Beat.Held(attempt.order().job(), attempt.order().number()));
            }
        }
        return held;
    }

    /** Does something with the attempt that holds a lease, if it is here. */
    void with(JobId job, long lease, Consumer<Attempt> action) {
        Attempt attempt = attempts.get(new Key(job, lease));
        if (attempt != null) {
            action.accept(attempt);
        }
    }

    void each(Consumer<Attempt> action) {
        attempts.values().forEach(action);
    }
}
