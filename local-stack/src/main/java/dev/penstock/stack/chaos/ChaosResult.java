package dev.penstock.stack.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.chaos.fault.Journal;
import dev.penstock.stack.chaos.worker.Runs;
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
        tables.put("handlers", Map.of("runs", runs.count(), "reruns", runs.reruns(), "accepted completions", (long)
                tally.completions().size()));
        return tables;
    }

    /** For programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seconds", plan.time().toSeconds()).put("seed", plan.seed()).put("brokers", plan.brokers());
        json.put("holds", holds()).put("records", proof.pages().records());
        json.put("notAcknowledged", unknown);
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
        return text.append(verdict()).toString();
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
        return text.append(verdict()).append('\n').toString();
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
