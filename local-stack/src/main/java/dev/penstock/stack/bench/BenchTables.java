package dev.penstock.stack.bench;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result as Markdown. */
record BenchTables(BenchResult result) {
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("Measured with `./penstock bench` on ")
                .append(result.machine())
                .append(".\n\n");
        text.append("| figure | value |\n|---|---|\n");
        row(
                text,
                "jobs end to end (submit to accepted completion, history kept)",
                perSecond(result.endToEndPerSecond()));
        row(text, "submissions of one client, acknowledged", perSecond(result.submitPerSecond()));
        row(text, "pick-up at 100 jobs/s", result.pickUp().toString());
        row(text, "event to page at 100 jobs/s", result.toPage().toString());
        row(text, "due time to dispatch, 10,000 others waiting", result.late().toString());
        row(text, "completions accepted twice", Long.toString(result.duplicates()));
        result.families().forEach((name, value) -> row(text, name, value));
        result.more().forEach(figure -> row(text, figure.name(), figure.text()));
        RawKafka raw = result.raw();
        if (raw != null) {
            row(text, "Kafka alone: produce, 250 bytes, acks=all", perSecond(raw.producePerSecond()));
            row(text, "Kafka alone: consume", perSecond(raw.consumePerSecond()));
        }
        text.append("\n| process | memory (proportional set size) |\n|---|---|\n");
        result.memory().forEach((process, bytes) -> row(text, process, (bytes >> 20) + " MB"));
        text.append("\n| process | processor time a job, in microseconds |\n|---|---|\n");
        result.micros().forEach((process, micros) -> row(text, process, round(micros)));
        row(text, "together", sum(result.micros()));
        text.append("\n| topic | bytes on disk a job |\n|---|---|\n");
        result.disk().forEach((topic, bytes) -> row(text, "`" + topic + "`", round(bytes)));
        row(text, "together", sum(result.disk()));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String sum(Map<String, Double> figures) {
        return round(figures.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static String perSecond(@Nullable Double rate) {
        return rate == null ? "not measured" : String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    private static String round(double bytes) {
        return String.format(Locale.ROOT, "%,.0f", bytes);
    }
}
