package dev.penstock.processor.handlers.analytics;

import java.util.Map;

/** A report as a page that needs nothing else: HTML with bars. */
final class ReportPage {
    private static final int WIDEST = 400;
    private static final int HOUR = 3_600;

    private ReportPage() {}

    static String of(String title, String day, Usage usage) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s: %3$d devices, %4$d reports.</p>
                <h2>Hours in use by SDK</h2>
                %5$s<h2>Hours in use by operating system</h2>
                %6$s</body>
                </html>
                """.formatted(
                        escaped(title),
                        day,
                        usage.devices().size(),
                        usage.lines(),
                        bars(usage.secondsBySdk()),
                        bars(usage.secondsByOs()));
    }

    private static String bars(Map<String, Long> seconds) {
        long most = seconds.values().stream().mapToLong(Long::longValue).max().orElse(1);
        StringBuilder table = new StringBuilder("<table>\n");
        seconds.forEach((name, value) -> table.append(
                        "<tr><th>%s</th><td>%d</td><td>".formatted(escaped(name), value / HOUR))
                .append("<svg width=\"%d\" height=\"12\" aria-hidden=\"true\">".formatted(WIDEST))
                .append("<rect width=\"%d\" height=\"12\"/></svg></td></tr>\n"
                        .formatted(Math.max(1, value * WIDEST / Math.max(1, most)))));
        return table.append("</table>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
