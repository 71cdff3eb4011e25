package dev.penstock.processor.handlers.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTelemetryHandlerTest {
    private static final String HOUR = "2026-01-31T17";

    @TempDir
    Path inbox;

    @TempDir
    Path aggregates;

    private IngestTelemetryHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void make() {
        handler = new IngestTelemetryHandler(inbox, aggregates);
    }

    @Test
    @DisplayName("S0.19: fingerprints and SDK usage are folded into the aggregate of their hour")
    void folds() throws Exception {
        file("a", line("f1", "4.0.2", "linux", 60), line("f2", "4.0.2", "macos", 30));
        file("b", line("f1", "5.0.0", "linux", 10));

        runs.run(handler, new IngestTelemetry("a", HOUR));
        runs.run(handler, new IngestTelemetry("b", HOUR));

        JsonNode aggregate = aggregate();
        assertThat(aggregate.get("lines").asInt()).isEqualTo(3);
        assertThat(aggregate.get("devices")).hasSize(2);
        assertThat(aggregate.at("/secondsBySdk/4.0.2").asInt()).isEqualTo(90);
        assertThat(aggregate.at("/secondsByOs/linux").asInt()).isEqualTo(70);
    }

    @Test
    @DisplayName("S1.13: a file is counted once, however often its job runs")
    void countedOnce() throws Exception {
        file("a", line("f1", "4.0.2", "linux", 60));
        runs.run(handler, new IngestTelemetry("a", HOUR));
        IngestTelemetryHandler.Ingested again = runs.run(handler, new IngestTelemetry("a", HOUR));

        assertThat(again.alreadyCounted()).isTrue();
        assertThat(aggregate().get("lines").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("Many jobs of several workers fold into one aggregate at the same time, and no line is lost")
    void atTheSameTime() throws Exception {
        IngestTelemetryHandler other = new IngestTelemetryHandler(inbox, aggregates);
        for (int i = 0; i < 20; i++) {
            file("f" + i, line("d" + i, "4.0.2", "linux", 1));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> jobs = IntStream.range(0, 20)
                    .mapToObj(i -> threads.<Object>submit(
                            () -> new Runs().run(i % 2 == 0 ? handler : other, new IngestTelemetry("f" + i, HOUR))))
                    .toList();
            for (Future<Object> job : jobs) {
                job.get();
            }
        }
        assertThat(aggregate().get("lines").asInt()).isEqualTo(20);
    }

    @Test
    @DisplayName(
            "A file that ends in the middle of a line is a permanent failure that names the line, and nothing of it counts")
    void cutFile() throws Exception {
        file("cut", line("f1", "4.0.2", "linux", 60), "{\"fingerprint\":\"f2\",\"sd");

        assertThatThrownBy(() -> runs.run(handler, new IngestTelemetry("cut", HOUR)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("cut, line 2 of 2 is no usage line")
                .hasCauseInstanceOf(IOException.class);
        assertThat(aggregates).isEmptyDirectory();
    }

    @Test
    @DisplayName("A file that is not there yet is a transient failure; a name that leads elsewhere a permanent one")
    void missingFile() {
        assertThatThrownBy(() -> runs.run(handler, new IngestTelemetry("later", HOUR)))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("no telemetry file");
        assertThatThrownBy(() -> runs.run(handler, new IngestTelemetry("../secret", HOUR)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("no plain file name");
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(inbox.resolve(name), String.join("\n", lines));
    }

    private static String line(String fingerprint, String sdk, String os, int seconds) {
        return "{\"fingerprint\":\"%s\",\"sdk\":\"%s\",\"os\":\"%s\",\"seconds\":%d}"
                .formatted(fingerprint, sdk, os, seconds);
    }

    private JsonNode aggregate() throws IOException {
        return new JsonMapper()
                .readTree(aggregates.resolve("aggregate-" + HOUR + ".json").toFile());
    }
}
