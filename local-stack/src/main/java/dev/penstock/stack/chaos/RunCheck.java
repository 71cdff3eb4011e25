package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.load.Mass;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;

/** Compares what the log says with what handlers really ran. */
final class RunCheck {
    private RunCheck() {}

    static void check(Proof proof, Runs runs) {
        for (Tally.Completion done : proof.tally().completions()) {
            if (!runs.began(new Runs.Run(done.job(), done.round(), done.attempt(), done.lease()))) {
                proof.findings()
                        .add(
                                Kind.NEVER_RAN,
                                done.job(),
                                "round " + done.round() + ", attempt " + done.attempt() + ", lease " + done.lease()
                                        + " was completed at " + done.place() + ", but no handler began it");
            }
        }
        for (String job : runs.jobs()) {
            if (Mass.isOne(job)) {
                proof.findings().add(Kind.RAN_AFTER_ABORT, job, "it was given up before any worker started, and ran");
            }
        }
    }

    /** All of those that were given up before any worker started are ABORTED. */
    static void givenUp(Proof proof, int mass) {
        long aborted = proof.jobs().values().stream()
                .filter(job -> Mass.isOne(job.id()) && job.stand() == Stand.ABORTED)
                .count();
        if (aborted < mass) {
            proof.findings()
                    .add(
                            Kind.STUCK,
                            "mass",
                            "only " + aborted + " of the " + mass + " jobs are ABORTED that were given up");
        }
    }
}
