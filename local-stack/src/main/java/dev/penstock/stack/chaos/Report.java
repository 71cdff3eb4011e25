package dev.penstock.stack.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.proof.Tally;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run, for people and for programs.
 *
 * @param title what was run, in one line
 * @param tables figures, each table under its title
 * @param remark a line about them; empty if there is none
 */
public record Report(String title, Map<String, Map<String, Long>> tables, String remark, Findings findings) {
    /** For people, in a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        tables.forEach((name, table) -> {
            text.append("  ").append(name).append(' ').append(Tally.sum(table)).append('\n');
            new TreeMap<>(table).forEach((row, count) -> text.append(String.format("    %8d  %s%n", count, row)));
        });
        return text.append(remark).append('\n').append(verdict()).toString();
    }

    /** For a page of docs. */
    public String markdown() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        tables.forEach((name, table) -> {
            text.append(row(name, Tally.sum(table))).append("|---|---|\n");
            new TreeMap<>(table).forEach((row, count) -> text.append(row(row, count)));
            text.append('\n');
        });
        return text.append(remark).append("\n\n").append(verdict()).append('\n').toString();
    }

    private static String row(String name, long count) {
        return "| " + name + " | " + count + " |\n";
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("holds", findings.isEmpty());
        tables.forEach((name, table) -> {
            ObjectNode node = json.putObject(name);
            new TreeMap<>(table).forEach(node::put);
        });
        findings.first()
                .forEach(finding -> json.withArray("violations")
                        .addObject()
                        .put("kind", finding.kind().name())
                        .put("job", finding.job())
                        .put("sentence", finding.sentence()));
        return json;
    }

    private String verdict() {
        if (findings.isEmpty()) {
            return "Nothing is wrong: every acknowledged command has its outcome, no job is stuck, and the log, the state"
                    + " topic and PostgreSQL agree.";
        }
        String all = findings.counts().entrySet().stream()
                .map(count -> count.getValue() + " x " + count.getKey())
                .collect(Collectors.joining(", "));
        return "SOMETHING IS WRONG: " + all + "\n  "
                + findings.first().stream().map(Finding::toString).collect(Collectors.joining("\n  "));
    }
}
