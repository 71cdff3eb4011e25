package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.QueueFigures;
import java.util.ArrayList;
import java.util.List;

/** The comparison as a table for a terminal. */
public final class TextReport {
    private static final List<String> HEAD = List.of(
            "queue",
            "",
            "began",
            "wait p50",
            "p95",
            "p99",
            "max",
            "service p50",
            "p95",
            "attempts",
            "retries",
            "failed",
            "dead",
            "left",
            "busy");

    private TextReport() {}

    /** The lines of it. */
    public static List<String> lines(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("From " + comparison.from() + " to " + comparison.to()
                + (comparison.changes().isEmpty()
                        ? ", nothing changed"
                        : ", with " + String.join(", ", comparison.changes())));
        comparison.workers().forEach(worker -> lines.add("  " + worker));
        lines.add("");
        lines.addAll(table(comparison));
        lines.add("");
        lines.add("Error of the model, with nothing changed, for the waiting times that were recorded:");
        comparison
                .calibrations()
                .forEach((queue, calibration) -> lines.add("  " + queue + ": " + calibration.sentence()));
        return lines;
    }

    private static List<String> table(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (String queue : comparison.queues()) {
            boolean first = true;
            for (var side : comparison.of(queue).entrySet()) {
                rows.add(row(first ? queue : "", side.getKey().word, side.getValue()));
                first = false;
            }
        }
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(String queue, String side, QueueFigures f) {
        QueueFigures.Counts counts = f.counts();
        return List.of(
                queue,
                side,
                Spelling.count(f.waiting().count()),
                Spelling.span(f.waiting().quantile(0.5)),
                Spelling.span(f.waiting().quantile(0.95)),
                Spelling.span(f.waiting().quantile(0.99)),
                Spelling.span(f.waiting().max()),
                Spelling.span(f.service().quantile(0.5)),
                Spelling.span(f.service().quantile(0.95)),
                Spelling.count(counts.attempts()),
                Spelling.count(counts.retries()),
                Spelling.count(counts.failed()),
                Spelling.count(counts.dead()),
                Spelling.count(counts.left()),
                Spelling.percent(f.utilisation()));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String blanks = " ".repeat(widths[i] - cell.length());
            line.append(i < 2 ? cell + blanks : blanks + cell).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
