package dev.penstock.processor.handlers.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import dev.penstock.processor.handlers.file.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    private static final String HEADER = "id,country,plan,seats,cents,since\n";

    @TempDir
    Path folder;

    private Path inbox;
    private Path tables;
    private Path exports;
    private ImportRecordsHandler importing;
    private ExportRecordsHandler exporting;
    private final Runs runs = new Runs();

    @BeforeEach
    void make() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        tables = folder.resolve("tables");
        exports = folder.resolve("exports");
        importing = new ImportRecordsHandler(inbox, tables);
        exporting = new ExportRecordsHandler(tables, exports);
        Files.writeString(inbox.resolve("accounts.csv"), csv(3_200));
    }

    @Test
    @DisplayName("S2.12: an import reports its progress, leaves out bad rows and logs which")
    void imports() throws Exception {
        ImportRecordsHandler.Imported imported = runs.run(importing, new ImportRecords("accounts.csv", "accounts"));

        assertThat(imported).isEqualTo(new ImportRecordsHandler.Imported(3_199, 1));
        assertThat(table()).hasSize(3_199);
        assertThat(runs.progress).contains("500/3200", "3000/3200");
        assertThat(runs.logs).anyMatch(line -> line.contains("Row 1000 left out: seats is \"n/a\""));
    }

    @Test
    @DisplayName("S1.13, S2.16: a run that dies behind a checkpoint is gone on with, and no row is written twice")
    void resumes() throws Exception {
        runs.run(importing, new ImportRecords("accounts.csv", "accounts"));
        List<String> whole = table();
        Runs dying = new Runs();
        dying.dieAtCheckpoint = 3;
        assertThatThrownBy(() -> dying.run(importing, new ImportRecords("accounts.csv", "other")))
                .hasMessage("killed here");
        // What lies behind the checkpoint when a run dies is cut off by the next one.
        Files.writeString(tables.resolve(dying.job + ".part"), "half a li", java.nio.file.StandardOpenOption.APPEND);

        ImportRecordsHandler.Imported imported = dying.run(importing, new ImportRecords("accounts.csv", "other"));

        assertThat(imported).isEqualTo(new ImportRecordsHandler.Imported(3_199, 1));
        assertThat(Files.readAllLines(tables.resolve("other.ndjson"))).isEqualTo(whole);
        assertThat(dying.logs).anyMatch(line -> line.contains("Going on behind row 1500"));
    }

    @Test
    @DisplayName("S2.15, S2.16: a run that is asked to stop ends at a checkpoint, and the next goes on from there")
    void stops() throws Exception {
        runs.stopAtCheckpoint = 2;
        assertThat(runs.<Object, ImportRecords>run(importing, new ImportRecords("accounts.csv", "accounts")))
                .isNull();
        assertThat(tables.resolve("accounts.ndjson")).doesNotExist();

        runs.stopAtCheckpoint = 0;
        runs.run(importing, new ImportRecords("accounts.csv", "accounts"));

        assertThat(table()).hasSize(3_199).doesNotHaveDuplicates();
        assertThat(runs.logs).anyMatch(line -> line.contains("Going on behind row 1000"));
    }

    @Test
    @DisplayName(
            "S2.15, S2.16: an import stopped after every batch and resumed each time does no row twice and leaves none out")
    void stoppedAgainAndAgain() throws Exception {
        byte[] whole = importedAtOnce();
        HandlerKit kit = new HandlerKit();
        ImportRecords order = new ImportRecords("accounts.csv", "accounts");
        HandlerRun run = kit.stopRequested().run(importing, order);
        int stops = 0;
        while (run.stopped()) {
            stops++;
            assertThat(run.checkpoints()).hasSize(1);
            assertThat(run.checkpoint(Point.class).rows()).isEqualTo(500L * stops);
            run = kit.checkpoint(run.checkpoints().getLast()).stopRequested().run(importing, order);
        }

        assertThat(stops).isEqualTo(6);
        assertThat(run.result(ImportRecordsHandler.Imported.class))
                .isEqualTo(new ImportRecordsHandler.Imported(3_199, 1));
        assertThat(tables.resolve("accounts.ndjson")).hasBinaryContent(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    @DisplayName(
            "S1.13, S2.16: an import that is killed on either side of a checkpoint does no row twice and leaves none out")
    void killedAroundACheckpoint(int checkpoint) throws Exception {
        byte[] whole = importedAtOnce();
        ImportRecords order = new ImportRecords("accounts.csv", "accounts");
        Runs before = new Runs();
        Runs behind = new Runs();
        for (Runs killed : List.of(before, behind)) {
            killed.dieAtCheckpoint = checkpoint;
            killed.job = "route.kill" + checkpoint + (killed == before ? "before" : "behind");
            assertThatThrownBy(() -> killed.run(importing, order)).hasMessage("killed here");
        }
        // Rows that are on disk but in no checkpoint: their batch is done again, in their place.
        before.checkpoints.removeLast();
        before.dieAtCheckpoint = 0;

        before.run(importing, order);
        assertThat(tables.resolve("accounts.ndjson")).hasBinaryContent(whole);
        behind.run(importing, order);
        assertThat(tables.resolve("accounts.ndjson")).hasBinaryContent(whole);
    }

    private byte[] importedAtOnce() throws Exception {
        new HandlerKit().run(importing, new ImportRecords("accounts.csv", "at-once"));
        return Files.readAllBytes(tables.resolve("at-once.ndjson"));
    }

    @Test
    @DisplayName("A checkpoint of a source that was replaced since is not gone on with")
    void replacedSource() throws Exception {
        runs.dieAtCheckpoint = 2;
        assertThatThrownBy(() -> runs.run(importing, new ImportRecords("accounts.csv", "accounts")))
                .hasMessage("killed here");
        Files.setLastModifiedTime(inbox.resolve("accounts.csv"), FileTime.fromMillis(0));

        runs.run(importing, new ImportRecords("accounts.csv", "accounts"));

        assertThat(table()).hasSize(3_199).doesNotHaveDuplicates();
        assertThat(runs.logs).anyMatch(line -> line.contains("beginning again at row 1"));
    }

    @Test
    @DisplayName("A worker that lost its lease and still writes keeps the next run off")
    void zombie() throws Exception {
        try (PartFile zombie = PartFile.open(tables, runs.job, 0)) {
            zombie.append("still writing");
            assertThatThrownBy(() -> runs.run(importing, new ImportRecords("accounts.csv", "accounts")))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("is still writing");
        }
    }

    @Test
    @DisplayName("S2.2: an export writes the rows asked for; a run that dies is gone on with")
    void exports() throws Exception {
        runs.run(importing, new ImportRecords("accounts.csv", "accounts"));
        Runs export = new Runs();
        export.dieAtCheckpoint = 4;
        assertThatThrownBy(() -> export.run(exporting, new ExportRecords("accounts", "DE")))
                .hasMessage("killed here");

        ExportRecordsHandler.Exported exported = export.run(exporting, new ExportRecords("accounts", "DE"));

        List<String> lines = Files.readAllLines(exports.resolve(exported.file()));
        assertThat(lines.get(0) + "\n").isEqualTo(HEADER);
        assertThat(lines).hasSize((int) exported.rows() + 1).doesNotHaveDuplicates();
        assertThat(lines.subList(1, lines.size())).hasSize(1_599).allMatch(line -> line.contains(",DE,"));
    }

    @Test
    @DisplayName(
            "A file that lacks a column is a permanent failure; a file or table that is not there yet, a transient one")
    void badOrders() throws Exception {
        Files.writeString(inbox.resolve("old.csv"), "id,country,plan,since\nA-000001,DE,free,2019-01-01\n");
        assertThatThrownBy(() -> runs.run(importing, new ImportRecords("old.csv", "accounts")))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("old.csv lacks the columns [seats, cents]");
        assertThatThrownBy(() -> runs.run(importing, new ImportRecords("later.csv", "accounts")))
                .isInstanceOf(TransientFailure.class);
        assertThatThrownBy(() -> runs.run(exporting, new ExportRecords("unknown", null)))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("no table unknown yet");
    }

    private List<String> table() throws IOException {
        return Files.readAllLines(tables.resolve("accounts.ndjson"));
    }

    private static String csv(int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            csv.append("A-%06d,%s,basic,%s,500,2020-02-29\n"
                    .formatted(i, i % 2 == 0 ? "DE" : "FR", i == 1_000 ? "n/a" : "3"));
        }
        return csv.toString();
    }
}
