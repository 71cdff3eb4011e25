package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.history.Beats;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;
import java.time.Duration;
import java.util.List;

/**
 * A lease may be taken for silence only from a worker of which nothing was heard in the log for a lease time (failure scenario A8):
 * what happens to processors is no reason. Whether somebody had harmed that worker is counted apart: on a busy machine one can fall
 * silent by itself.
 */
final class LossCheck {
    /** A little less than a lease time of six seconds: the two are not measured at the same place. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /** Until somebody is there again who decides it. */
    private static final Duration LATER = Duration.ofSeconds(60);

    private LossCheck() {}

    /** Returns how many leases were lost by workers that had fallen silent though nobody had harmed them. */
    static long check(Proof proof, Beats beats, List<Journal.Entry> faults) {
        long byThemselves = 0;
        for (Tally.Loss loss : proof.tally().losses()) {
            if (!loss.cause().equals("WORKER_SILENT")) {
                continue;
            }
            if (!beats.wasSilent(loss.worker(), loss.atMs() - LATER.toMillis(), loss.atMs(), SILENCE.toMillis())) {
                proof.findings()
                        .add(
                                Kind.LEASE_TAKEN,
                                loss.job(),
                                "its lease was taken from " + loss.worker() + " at " + loss.place()
                                        + " because the worker was silent, but its beats are in the log");
            } else if (faults.stream().noneMatch(entry -> explains(entry, loss))) {
                byThemselves++;
            }
        }
        return byThemselves;
    }

    /** Whether what was done to the worker, and when, is why its lease was lost. */
    private static boolean explains(Journal.Entry entry, Tally.Loss loss) {
        boolean hit = entry.victim().equals(Journal.EVERYBODY) || loss.worker().startsWith(entry.victim() + "-");
        boolean harmful = !entry.fault().contains("clock");
        long end = entry.toMs() == Long.MAX_VALUE ? entry.toMs() : entry.toMs() + LATER.toMillis();
        return hit && harmful && loss.atMs() >= entry.fromMs() && loss.atMs() <= end;
    }
}
