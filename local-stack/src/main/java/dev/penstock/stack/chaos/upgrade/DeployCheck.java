package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;

/** A deploy is no job's fault: the attempts that it breaks off do not fail, and no lease is lost by it. */
final class DeployCheck {
    /** What the handlers of the run say when their recipe lets an attempt fail. */
    private static final String BY_RECIPE = "The recipe lets";

    private static final String TOO_LONG = "AttemptTimedOut";

    private DeployCheck() {}

    static void check(Proof proof) {
        for (Tally.Failed failed : proof.tally().failures()) {
            boolean meant = failed.message().startsWith(BY_RECIPE)
                    || failed.error().equals(TOO_LONG)
                    // A handler that is interrupted by force fails as it likes.
                    || failed.stopping();
            if (!meant) {
                proof.findings()
                        .add(
                                Kind.FAILED_BY_DEPLOY,
                                failed.job(),
                                "an attempt failed at " + failed.place() + " though nothing was broken: "
                                        + failed.error() + ": " + failed.message());
            }
        }
        for (Tally.Loss loss : proof.tally().losses()) {
            if (loss.cause().equals("LEASE_NOT_LISTED")) {
                proof.findings()
                        .add(
                                Kind.LEASE_TAKEN,
                                loss.job(),
                                "its lease was taken from " + loss.worker() + " at " + loss.place()
                                        + " because the worker no longer listed it, but nobody had harmed it");
            }
        }
    }
}
