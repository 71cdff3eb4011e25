package dev.penstock.stack.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.Latencies;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.proof.Proof;
import dev.penstock.stack.history.proof.Tally;
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

    /** Leases that were lost, by cause. */
    Map<String, Long> losses() {
        return proof.tally().losses().stream()
                .collect(Collectors.groupingBy(Tally.Loss::cause, TreeMap::new, Collectors.counting()));
    }

    /** Its figures, each table under its title. */
    Map<String, Map<String, Long>> tables() {
        Tally tally = proof.tally();
        Map<String, Map<String, Long>> tables = new java.util.LinkedHashMap<>();
        tables.put("jobs", tally.stands());
        tables.put("commands", tally.commands());
        tables.put("outcomes", tally.outcomes());
        tables.put("copies", tally.copies());
        tables.put("faults", journal.counts());
        tables.put("leases lost", losses());
        tables.put("handlers", handlers());
        return tables;
    }

    private Map<String, Long> handlers() {
        Tally tally = proof.tally();
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
                (long) tally.recoveries().size());
    }

    /** From the kill of a worker until its jobs were dispatched again. */
    private Latencies.Summary recovery() {
        return Recoveries.of(proof.tally(), journal.entries());
    }

    /** For programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seconds", plan.time().toSeconds()).put("seed", plan.seed()).put("brokers", plan.brokers());
        json.put("holds", holds()).put("records", proof.pages().records());
        json.put("notAcknowledged", unknown);
        Latencies.Summary recovery = recovery();
        if (recovery.count() > 0) {
            json.put("recoveryP50Ms", recovery.p50()).put("recoveryP99Ms", recovery.p99());
        }
        tables().forEach((title, table) -> {
            ObjectNode node = json.putObject(title);
            new TreeMap<>(table).forEach(node::put);
        });
        proof.findings()
                .first()
                .forEach(finding -> json.withArray("violations")
                        .addObject()
                        .put("kind", finding.kind().name())
                        .put("job", finding.job())
                        .put("sentence", finding.sentence()));
        return json.toPrettyString();
    }

    /** For people, in a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder("\n" + title() + "\n");
        tables().forEach((title, table) -> {
            text.append("  ").append(title).append(' ').append(Tally.sum(table)).append('\n');
            new TreeMap<>(table).forEach((name, count) -> text.append(String.format("    %8d  %s%n", count, name)));
        });
        return text.append(remarks()).append(verdict()).toString();
    }

    private String remarks() {
        return "Commands of which nobody knows whether they were acknowledged: " + unknown
                + ". From the kill of a worker until its jobs were dispatched again: " + recovery() + ".\n";
    }

    /** For a page of docs. */
    public String markdown() {
        StringBuilder text = new StringBuilder(title()).append("\n\n");
        tables().forEach((title, table) -> {
            text.append("| ")
                    .append(title)
                    .append(" | ")
                    .append(Tally.sum(table))
                    .append(" |\n|---|---|\n");
            new TreeMap<>(table)
                    .forEach((name, count) -> text.append("| ")
                            .append(name)
                            .append(" | ")
                            .append(count)
                            .append(" |\n"));
            text.append('\n');
        });
        return text.append(remarks())
                .append('\n')
                .append(verdict())
                .append('\n')
                .toString();
    }

    private String title() {
        return "Fault run of " + plan.time().toSeconds() + " s, seed " + plan.seed() + ", " + plan.brokers()
                + (plan.brokers() == 1 ? " broker, " : " brokers, ") + plan.processors() + " processors, "
                + plan.workers() + " workers; " + proof.pages().records() + " records of the log were read.";
    }

    private String verdict() {
        if (holds()) {
            return "Nothing is wrong: every acknowledged command has its outcome, no job is stuck, and the log, the state"
                    + " topic and PostgreSQL agree.";
        }
        String all = proof.findings().counts().entrySet().stream()
                .map(count -> count.getValue() + " x " + count.getKey())
                .collect(Collectors.joining(", "));
        return "SOMETHING IS WRONG: " + all + "\n  "
                + proof.findings().first().stream().map(Finding::toString).collect(Collectors.joining("\n  "));
    }
}
