package dev.penstock.stack.chaos;

import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a fault run.
 *
 * @param unknown commands that were sent and not acknowledged: they may be in the log or not
 */
public record ChaosResult(ChaosPlan plan, Proof proof, Runs runs, Journal journal, long unknown) {
    /** Whether nothing is wrong. */
    public boolean holds() {
        return proof.findings().isEmpty();
    }

    /** For people and programs. */
    public Report report() {
        Map<String, Map<String, Long>> tables = figures(proof, runs);
        tables.put("faults", journal.counts());
        return new Report(title(), tables, unknown(unknown), proof.findings());
    }

    /** The figures of any run. */
    public static Map<String, Map<String, Long>> figures(Proof proof, Runs runs) {
        Tally tally = proof.tally();
        Map<String, Map<String, Long>> tables = new LinkedHashMap<>();
        tables.put("jobs", tally.stands());
        tables.put("commands", tally.commands());
        tables.put("outcomes", tally.outcomes());
        tables.put("copies", tally.copies());
        tables.put("unique jobs", proof.unique());
        tables.put("leases lost", losses(tally));
        tables.put("handlers", handlers(tally, runs));
        return tables;
    }

    /** Of how many commands nobody knows. */
    public static String unknown(long commands) {
        return "Commands of which nobody knows whether they were acknowledged: " + commands + ".";
    }

    private static Map<String, Long> losses(Tally tally) {
        return tally.losses().stream()
                .collect(Collectors.groupingBy(Tally.Loss::cause, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> handlers(Tally tally, Runs runs) {
        return Map.of(
                "runs",
                runs.count(),
                "reruns of an attempt",
                runs.reruns(),
                "runs that were not accepted",
                runs.all().stream()
                        .filter(run -> !tally.wasStarted(run.job(), run.lease()))
                        .count(),
                "lost leases whose jobs began again",
                tally.recovered());
    }

    private String title() {
        return "Fault run of " + plan.time().toSeconds() + " s, seed " + plan.seed() + ", " + plan.brokers()
                + (plan.brokers() == 1 ? " broker, " : " brokers, ") + plan.processors() + " processors, "
                + plan.workers() + " workers; " + proof.pages().records() + " records of the log were read.";
    }
}
