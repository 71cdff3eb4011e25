package dev.penstock.processor.handlers.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.telemetry.IngestTelemetry;
import dev.penstock.processor.handlers.telemetry.IngestTelemetryHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsTest {
    private static final String DAY = "2026-01-31";

    @TempDir
    Path inbox;

    @TempDir
    Path hours;

    @TempDir
    Path folder;

    private TransformAnalyticsHandler transforming;
    private GenerateReportHandler reporting;

    @BeforeEach
    void make() {
        transforming = new TransformAnalyticsHandler(hours, folder);
        reporting = new GenerateReportHandler(hours, folder, folder);
    }

    @Test
    @DisplayName(
            "S1.3, S1.27: the hours of a day, as telemetry.ingest has folded them, become one; a device counts once")
    void transforms() throws Exception {
        ingest("T08", "aa", "linux", 7_200);
        ingest("T09", "aa", "linux", 3_600);
        ingest("T10", "bb", "macos", 3_600);

        HandlerRun run = new HandlerKit().run(transforming, new TransformAnalytics(DAY));
        new HandlerKit().run(transforming, new TransformAnalytics(DAY));

        assertThat(run.result(TransformAnalyticsHandler.Transformed.class))
                .isEqualTo(new TransformAnalyticsHandler.Transformed("usage-2026-01-31.json", 3, 2, 3));
        assertThat(Files.readString(folder.resolve("usage-2026-01-31.json")))
                .contains("\"linux\":10800", "\"macos\":3600");
    }

    @Test
    @DisplayName("S1.27: the report of a day shows what was used, as a page")
    void reports() throws Exception {
        ingest("T08", "aa", "linux", 7_200);
        new HandlerKit().run(transforming, new TransformAnalytics(DAY));

        HandlerRun run = new HandlerKit().run(reporting, new GenerateReport(DAY, "Usage <of> a day"));

        assertThat(run.result(GenerateReportHandler.Reported.class).devices()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("usage-2026-01-31.html")))
                .contains(
                        "<h1>Usage &lt;of&gt; a day</h1>",
                        "1 devices",
                        "<th>linux</th><td>2</td>",
                        "<rect width=\"400\"");
    }

    @Test
    @DisplayName("What has to come first is waited for; a day that is none fails at once")
    void failures() {
        HandlerRun early = new HandlerKit().run(transforming, new TransformAnalytics(DAY));
        assertThat(early.isTransient()).isTrue();
        assertThat(early.failure().message()).contains("telemetry.ingest comes first");
        HandlerRun report = new HandlerKit().run(reporting, new GenerateReport(DAY, "Usage"));
        assertThat(report.isTransient()).isTrue();
        assertThat(report.failure().message()).contains("analytics.transform comes first");
        HandlerRun never = new HandlerKit().run(transforming, new TransformAnalytics("yesterday"));
        assertThat(never.isTransient()).isFalse();
        assertThat(never.failure().message()).contains("not \"yesterday\"");
    }

    private void ingest(String hour, String device, String os, int seconds) throws IOException {
        String file = "usage" + hour + ".ndjson";
        Files.writeString(
                inbox.resolve(file),
                "{\"fingerprint\":\"%s\",\"sdk\":\"5.0.0\",\"os\":\"%s\",\"seconds\":%d}\n"
                        .formatted(device, os, seconds));
        HandlerRun run =
                new HandlerKit().run(new IngestTelemetryHandler(inbox, hours), new IngestTelemetry(file, DAY + hour));
        assertThat(run.isDone()).isTrue();
    }
}
