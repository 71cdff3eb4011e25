package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.QueueFigures;
import dev.penstock.processor.simulate.measure.Series;
import dev.penstock.processor.simulate.measure.Spread;
import dev.penstock.processor.simulate.report.Comparison.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The comparison as one page that needs nothing else: charts as SVG, light and dark by what the reader's system says. */
public final class HtmlReport {
    private static final int POINTS = 120;
    private static final double LEAST = 1_000;

    private static final String STYLE = """
            :root{--ground:#fff;--ink:#1c2330;--soft:#66707f;--rule:#dfe3e8;--was:#3b6fd4;--same:#8a93a0;--now:#c2410c}
            @media(prefers-color-scheme:dark){:root{--ground:#14181f;--ink:#e6e9ee;--soft:#98a2b0;--rule:#2c3440;--was:#7fa8ff;--same:#8a93a0;--now:#ff9a5c}}
            body{background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-top:1px solid var(--rule);padding-top:1rem}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .7rem;text-align:right;border-bottom:1px solid var(--rule)}
            td:first-child,th:first-child{text-align:left}th{font-weight:600;color:var(--soft)}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}figure{margin:0}figcaption{color:var(--soft)}
            svg{width:100%;height:auto}text{fill:var(--soft);font-size:12px}.grid{stroke:var(--rule)}
            polyline{fill:none;stroke-width:2}polyline.recorded{stroke:var(--was)}polyline.unchanged{stroke:var(--same);stroke-dasharray:5 4}polyline.what-if{stroke:var(--now)}
            .key b{font-weight:600}.key .recorded{color:var(--was)}.key .unchanged{color:var(--same)}.key .what-if{color:var(--now)}
            .scroll{overflow-x:auto}code{font-size:.95em}""";

    private HtmlReport() {}

    /** The whole page. */
    public static String of(Comparison comparison) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>What if: "
                + escaped(wishes(comparison)) + "</title><style>" + STYLE + "</style></head><body>\n");
        page.append("<h1>What if: ").append(escaped(wishes(comparison))).append("</h1>\n<p>");
        page.append(escaped(comparison.from() + " to " + comparison.to())).append("</p>\n");
        page.append(
                "<p class=\"key\"><b class=\"recorded\">recorded</b>: what happened. <b class=\"unchanged\">unchanged</b>: what the"
                        + " model makes of it with nothing changed; the difference is its error."
                        + (comparison.changed() == null ? "" : " <b class=\"what-if\">what-if</b>: with the changes.")
                        + "</p>\n");
        for (String queue : comparison.queues()) {
            queue(page, comparison, queue);
        }
        page.append("<h2>What to know about these figures</h2>\n<ul>");
        Notes.of(comparison)
                .forEach(note -> page.append("<li>").append(escaped(note)).append("</li>\n"));
        page.append("</ul>\n<h2>Workers</h2>\n<ul>");
        comparison
                .workers()
                .forEach(worker -> page.append("<li>").append(escaped(worker)).append("</li>\n"));
        return page.append("</ul>\n</body></html>\n").toString();
    }

    private static String wishes(Comparison comparison) {
        return comparison.changes().isEmpty() ? "nothing changed" : String.join(", ", comparison.changes());
    }

    private static void queue(StringBuilder page, Comparison comparison, String queue) {
        page.append("<h2>").append(escaped(queue)).append("</h2>\n");
        Calibration error = comparison.calibrations().get(queue);
        if (error != null) {
            page.append("<p>Error of the model: ").append(error.sentence()).append(" (simulated for recorded).</p>\n");
        }
        Map<Side, QueueFigures> sides = comparison.of(queue);
        page.append("<div class=\"charts\">");
        page.append(waiting(sides).svg());
        String from = comparison.from().toString();
        String to = comparison.to().toString();
        page.append(Chart.over("Jobs that wait for a worker", from, to, lines(sides, QueueFigures::depth))
                .svg());
        page.append(
                new Chart("Slots that are busy", from, to, "100 %", lines(sides, QueueFigures::utilisations)).svg());
        page.append("</div>\n<div class=\"scroll\"><table><tr>");
        for (String head : List.of(
                "",
                "rounds begun",
                "wait p50",
                "p95",
                "p99",
                "max",
                "service p50",
                "p95",
                "attempts",
                "retries",
                "failed",
                "completed",
                "dead",
                "aborted",
                "left waiting",
                "busy")) {
            page.append("<th>").append(head).append("</th>");
        }
        sides.forEach((side, figures) -> row(page, side.word, figures));
        page.append("</tr></table></div>\n");
    }

    private static void row(StringBuilder page, String side, QueueFigures f) {
        QueueFigures.Counts counts = f.counts();
        page.append("</tr>\n<tr><td>").append(side).append("</td>");
        List<String> cells = new ArrayList<>();
        cells.add(Spelling.count(f.waiting().count()));
        for (double share : new double[] {0.5, 0.95, 0.99, 1}) {
            cells.add(Spelling.span(f.waiting().quantile(share)));
        }
        cells.add(Spelling.span(f.service().quantile(0.5)));
        cells.add(Spelling.span(f.service().quantile(0.95)));
        for (long count : new long[] {
            counts.attempts(),
            counts.retries(),
            counts.failed(),
            counts.completed(),
            counts.dead(),
            counts.aborted(),
            counts.left()
        }) {
            cells.add(Spelling.count(count));
        }
        cells.add(Spelling.percent(f.utilisation()));
        cells.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
    }

    private static List<Chart.Line> lines(Map<Side, QueueFigures> sides, Function<QueueFigures, Series> what) {
        List<Chart.Line> lines = new ArrayList<>();
        sides.forEach((side, figures) -> lines.add(new Chart.Line(side.word, what.apply(figures))));
        return lines;
    }

    /** Shares of jobs that waited at most so long; waiting times from a millisecond up grow by equal factors. */
    private static Chart waiting(Map<Side, QueueFigures> sides) {
        long longest = sides.values().stream()
                .mapToLong(figures -> figures.waiting().max())
                .max()
                .orElse(0);
        double most = Math.max(10 * LEAST, (double) longest);
        List<Chart.Line> lines = lines(sides, figures -> shares(figures.waiting(), most));
        return new Chart(
                "Share of jobs that waited at most so long",
                Spelling.span((long) LEAST),
                Spelling.span((long) most),
                "100 %",
                lines);
    }

    private static Series shares(Spread waiting, double most) {
        double[] shares = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double wait = LEAST * Math.pow(most / LEAST, i / (double) (POINTS - 1));
            shares[i] = waiting.shareUpTo(Math.round(wait));
        }
        return Series.of(shares);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
