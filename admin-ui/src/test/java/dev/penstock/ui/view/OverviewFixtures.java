package dev.penstock.ui.view;

import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.chart.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The first page, busy and calm. */
final class OverviewFixtures {
    private static final LineChart CHART = LineChart.of(List.of(
            new LineChart.Series("completed", Hue.GREEN, List.of(120.0, 180.0, 90.0, 410.0, 380.0)),
            new LineChart.Series("failed", Hue.RED, List.of(2.0, 0.0, 31.0, 4.0, 0.0))));

    private OverviewFixtures() {}

    static Sparkline line(String noun, int seed, double level) {
        Random random = new Random(seed);
        List<Double> values = new ArrayList<>();
        double value = level;
        for (int i = 0; i < 48; i++) {
            value = Math.max(0, value + (random.nextDouble() - 0.48) * level * 0.5);
            values.add(value);
        }
        return Sparkline.of(noun, values);
    }

    static OverviewView overview(Shell shell, boolean calm) {
        return new OverviewView(
                shell,
                List.of(
                        new OverviewView.Choice("15 m", "/?window=15m", false, "the last 15 minutes"),
                        new OverviewView.Choice("1 h", "/", true, "the last hour"),
                        new OverviewView.Choice("6 h", "/?window=6h", false, "the last 6 hours"),
                        new OverviewView.Choice("24 h", "/?window=24h", false, "the last 24 hours"),
                        new OverviewView.Choice("7 d", "/?window=7d", false, "the last 7 days")),
                "1 h",
                List.of(
                        new OverviewView.Tile(
                                "Running / Queued",
                                calm ? "0" : "42",
                                calm ? "0" : "1 204",
                                calm ? "all worked off" : "1 291 open in all",
                                "",
                                "/jobs?status=running,queued",
                                line("jobs", 4, 20)),
                        new OverviewView.Tile(
                                "Failed jobs",
                                calm ? "0" : "353",
                                "",
                                calm ? "none in the last hour" : "12 more in the last hour",
                                calm ? "" : "red",
                                "/jobs?status=failed",
                                line("failures", 9, 3)),
                        new OverviewView.Tile(
                                "Active queues",
                                calm ? "0" : "4",
                                "",
                                calm ? "6 are idle" : "default, emails, notifications, analytics",
                                "",
                                "/jobs",
                                line("queues", 5, 4)),
                        new OverviewView.Tile(
                                "Wait p95",
                                calm ? "–" : "3.1 s",
                                "",
                                calm ? "nothing started in the last hour" : "half start within 4 ms",
                                "",
                                "/jobs",
                                line("seconds", 6, 2)),
                        new OverviewView.Tile(
                                "Oldest lock",
                                calm ? "–" : "1:04",
                                "",
                                calm ? "no job is running" : "records.import on worker-b7f2",
                                "",
                                "/jobs?status=running",
                                null)),
                new Figure(
                        "throughput",
                        "Throughput",
                        "Nothing.",
                        "",
                        CHART.lines(),
                        CHART.ticks().stream()
                                .map(tick -> new Figure.Tick(String.valueOf((long) tick.value()), tick.y()))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        List.of(new Figure.Mark(312, "1.8.3", "Version 1.8.3 of workers, first seen today"))),
                List.of(new OverviewView.Choice("Yesterday", "/?compare=before", false, "Yesterday")),
                calm
                        ? List.of()
                        : List.of(new OverviewView.Alert(
                                "amber",
                                "No worker for the queue emails.",
                                "312 jobs wait in it, the oldest for 4 minutes, and no live worker takes them. This starts one:",
                                Facts.WORKER + " --queues emails",
                                null)),
                "All quiet. Last failure 3 h ago.",
                calm ? List.of() : JobFixtures.active(),
                calm ? List.of() : JobFixtures.failed(),
                new Link(calm ? "All failed jobs" : "All 353 failed jobs", "/jobs?status=failed"),
                categories(),
                Facts.WORKER,
                "curl localhost:8080/api/v1/jobs -d '{\"type\":\"email.send\"}'",
                calm ? "" : "Burst of 2 000 jobs",
                false);
    }

    static List<OverviewView.Category> categories() {
        return List.of(
                new OverviewView.Category(
                        "Email Delivery",
                        "All outgoing e-mails of the system: 2FA codes, licence keys, alerts.",
                        List.of(new OverviewView.TypeCount("email.send", "/jobs?type=email.send", "318", "204"))),
                new OverviewView.Category(
                        "Telemetry",
                        "Hardware fingerprints and usage data that SDKs send.",
                        List.of(new OverviewView.TypeCount(
                                "telemetry.ingest", "/jobs?type=telemetry.ingest", "12", ""))),
                new OverviewView.Category(
                        "Webhooks",
                        "Notifications to the addresses of third parties.",
                        List.of(new OverviewView.TypeCount(
                                "webhook.deliver", "/jobs?type=webhook.deliver", "31", "140"))),
                new OverviewView.Category(
                        "Bulk Operations",
                        "Hundreds of licence keys, imports and exports of large data sets.",
                        List.of(
                                new OverviewView.TypeCount(
                                        "licences.generate", "/jobs?type=licences.generate", "2", ""),
                                new OverviewView.TypeCount("records.import", "/jobs?type=records.import", "1", "8"),
                                new OverviewView.TypeCount("records.export", "/jobs?type=records.export", "", ""))),
                new OverviewView.Category(
                        "Sync Jobs",
                        "What is pulled periodically from marketplaces.",
                        List.of(new OverviewView.TypeCount(
                                "marketplace.sync", "/jobs?type=marketplace.sync", "", "1"))));
    }
}
