package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;
import java.time.Duration;
import java.util.List;

/**
 * Every lease that was taken because its worker was silent must have a worker that was harmed: killed, frozen, or cut off by its
 * broker. What happens to processors is no reason (failure scenario A8).
 */
final class LossCheck {
    /** A lease time, and the time until somebody is there again who measures it. */
    private static final Duration LATER = Duration.ofSeconds(60);

    private LossCheck() {}

    static void check(Proof proof, List<Journal.Entry> faults) {
        for (Tally.Loss loss : proof.tally().losses()) {
            boolean silent = loss.cause().equals("WORKER_SILENT");
            if (silent && faults.stream().noneMatch(entry -> explains(entry, loss))) {
                proof.findings()
                        .add(
                                Kind.LEASE_TAKEN,
                                loss.job(),
                                "its lease was taken from " + loss.worker() + " at " + loss.place()
                                        + " because the worker was silent, but nobody had harmed it");
            }
        }
    }

    /** Whether what was done to the worker, and when, is why its lease was lost. */
    static boolean explains(Journal.Entry entry, Tally.Loss loss) {
        boolean hit = entry.victim().equals(Journal.EVERYBODY) || loss.worker().startsWith(entry.victim() + "-");
        boolean harmful = !entry.fault().contains("clock");
        long end = entry.toMs() == Long.MAX_VALUE ? entry.toMs() : entry.toMs() + LATER.toMillis();
        return hit && harmful && loss.atMs() >= entry.fromMs() && loss.atMs() <= end;
    }
}
