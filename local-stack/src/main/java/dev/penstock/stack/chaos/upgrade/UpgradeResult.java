package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.chaos.ChaosResult;
import dev.penstock.stack.chaos.Report;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.proof.Proof;
import java.util.Map;

/**
 * What came of an upgrade.
 *
 * @param levels what was seen of the format levels, in a sentence
 * @param unknown commands of which nobody knows whether they were acknowledged
 */
public record UpgradeResult(UpgradePlan plan, Proof proof, Runs runs, String levels, long unknown) {
    /** Whether nothing is wrong. */
    public boolean holds() {
        return proof.findings().isEmpty();
    }

    /** For people and programs. */
    public Report report() {
        Map<String, Map<String, Long>> tables = ChaosResult.figures(proof, runs);
        String shortcoming = plan.older().shortcoming();
        return new Report(
                "Rolling upgrade from " + plan.older().name() + ", seed " + plan.seed() + ": " + UpgradePlan.PROCESSORS
                        + " processors and " + UpgradePlan.WORKERS + " workers were replaced one by one; "
                        + proof.pages().records() + " records of the log were read.",
                tables,
                (shortcoming == null ? "" : shortcoming + " ") + levels + " " + ChaosResult.unknown(unknown),
                proof.findings());
    }
}
