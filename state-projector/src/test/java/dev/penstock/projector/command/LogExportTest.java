package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static dev.penstock.projector.command.WrittenLog.D;
import static dev.penstock.projector.command.WrittenLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.duck.Export;
import dev.penstock.projector.analyst.duck.Format;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./penstock log export} writes of a log written by hand, and how it goes on. */
class LogExportTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static WrittenLog log;

    @TempDir
    Path folder;

    @BeforeAll
    static void write() throws Exception {
        log = new WrittenLog().story().aborted();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void exportWritesWhatIsMeantAndInOrder() throws Exception {
        Path file = folder.resolve("some.ndjson");
        assertThat(LogRun.of(
                                log,
                                "export",
                                "-o",
                                file.toString(),
                                "--from",
                                at(5),
                                "--to",
                                at(12),
                                "--filter",
                                "queue:mail -event:WaitEnded")
                        .code())
                .isZero();
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(LogExportTest::parsed).toList();
        assertThat(lines)
                .extracting(line -> line.path("event").asText())
                .containsExactly(
                        "AttemptFailed",
                        "RetryScheduled",
                        "JobDispatched",
                        "AttemptStarted",
                        "AttemptFailed",
                        "JobFailed");
        assertThat(lines.get(0).path("data").path("failure").path("message").asText())
                .isEqualTo("refused");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("type").asText()).isEqualTo("email.send"));
    }

    @Test
    void exportWritesJobsAndAttempts() throws Exception {
        Path jobs = folder.resolve("jobs.csv");
        LogRun.of(log, "export", "--what", "jobs", "-o", jobs.toString());
        assertThat(Files.readAllLines(jobs))
                .hasSize(4)
                .element(3)
                .asString()
                .contains(D.value(), "email.send", "QUEUED");
        Path attempts = folder.resolve("attempts.parquet");
        assertThat(LogRun.of(log, "export", "--what", "attempts", "--to", at(9), "-o", attempts.toString())
                        .out())
                .contains("3 attempts");
        Path some = folder.resolve("some.csv");
        LogRun.of(
                log,
                "export",
                "--what",
                "jobs",
                "--filter",
                "by:\"\" finished:2026-03-01 attempt:2.. refused",
                "-o",
                some.toString());
        assertThat(Files.readAllLines(some)).hasSize(2).element(1).asString().contains(A.value());
        LogRun refused = LogRun.of(
                log,
                "export",
                "--what",
                "jobs",
                "--filter",
                "event:JobFailed",
                "-o",
                folder.resolve("x.csv").toString());
        assertThat(refused.err()).contains("says something of events");
    }

    @Test
    void aStoppedExportGoesOnWhereItWas() throws Exception {
        Path file = folder.resolve("events.csv");
        Path whole = folder.resolve("whole.csv");
        LogRun.of(log, "export", "-o", whole.toString());
        try (EventLog events = new EventLog(log.kafka)) {
            Stretch all = new Stretch(events.from(new Moment.Beginning()), events.to(new Moment.Now()));
            int[] read = {0};
            Export export = new Export(Table.EVENTS, Format.CSV, "", file, 4);
            assertThatThrownBy(() -> export.run(events, all, NOW, () -> {
                        if (++read[0] > 10) {
                            throw new IllegalStateException("pulled the plug");
                        }
                    }))
                    .hasMessage("pulled the plug");
            assertThat(file).doesNotExist();
            assertThat(Files.readString(folder.resolve("events.csv.progress")))
                    .contains("request=events CSV", "asked=2026-03-02");
            assertThatThrownBy(() ->
                            new Export(Table.EVENTS, Format.CSV, "queue:mail", file, 4).run(events, all, NOW, () -> {}))
                    .hasMessageContaining("is of another export");
            Export.Written written = export.run(events, all, NOW, () -> {});
            assertThat(written.resumed()).isTrue();
            assertThat(written.rows()).isEqualTo(16);
        }
        assertThat(Files.readString(file)).isEqualTo(Files.readString(whole));
        assertThat(LogRun.of(log, "export", "-o", file.toString()).err()).contains("is there already");
    }

    @Test
    void aStoppedExportWhoseRowsAreGoneSaysSo() throws Exception {
        Path file = folder.resolve("lost.csv");
        try (EventLog events = new EventLog(log.kafka)) {
            Stretch all = new Stretch(events.from(new Moment.Beginning()), events.to(new Moment.Now()));
            int[] read = {0};
            Export export = new Export(Table.EVENTS, Format.CSV, "", file, 4);
            assertThatThrownBy(() -> export.run(events, all, NOW, () -> {
                        if (++read[0] > 10) {
                            throw new IllegalStateException("pulled the plug");
                        }
                    }))
                    .hasMessage("pulled the plug");
            Files.delete(folder.resolve("lost.csv.work"));
            assertThatThrownBy(() -> export.run(events, all, NOW, () -> {}))
                    .hasMessageContaining("lost.csv.work is gone")
                    .hasMessageContaining("lost.csv.progress says are in it: remove that one too");
            Files.delete(folder.resolve("lost.csv.progress"));
            assertThat(export.run(events, all, NOW, () -> {}).rows()).isEqualTo(16);
            assertThat(folder.resolve("lost.csv.progress")).doesNotExist();
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return Wire.mapper().readTree(line);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
