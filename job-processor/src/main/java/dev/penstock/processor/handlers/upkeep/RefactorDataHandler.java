package dev.penstock.processor.handlers.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts a table and leaves the last row of each id. A table that is sorted already stays as it is. */
public final class RefactorDataHandler implements JobHandler<RefactorData> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path tables;

    public RefactorDataHandler(Path tables) {
        this.tables = tables;
    }

    /** What the job leaves behind. */
    public record Refactored(String table, int rows, int dropped) {}

    @Override
    public Refactored run(RefactorData order, JobContext context) throws IOException {
        Path table = Inside.of(tables, order.table() + ".ndjson");
        if (!Files.exists(table)) {
            throw new TransientFailure("There is no table " + order.table() + " yet: records.import comes first");
        }
        FileTime read = Files.getLastModifiedTime(table);
        List<String> rows = Files.readAllLines(table);
        List<String> sorted = List.copyOf(sorted(rows, table).values());
        if (!sorted.equals(rows)) {
            // An import that came in between has the newer rows.
            if (!Files.getLastModifiedTime(table).equals(read)) {
                throw new TransientFailure(order.table() + " was imported anew while it was rewritten");
            }
            WholeFile.write(table, String.join("\n", sorted) + "\n");
        }
        context.log(order.table() + " has " + sorted.size() + " rows in order; " + (rows.size() - sorted.size())
                + " were there twice");
        return new Refactored(order.table(), sorted.size(), rows.size() - sorted.size());
    }

    private static SortedMap<String, String> sorted(List<String> rows, Path table) {
        SortedMap<String, String> sorted = new TreeMap<>();
        for (String row : rows) {
            try {
                sorted.put(JSON.readTree(row).required("id").asText(), row);
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new PermanentFailure(
                        table.getFileName() + ", row " + (sorted.size() + 1) + " has no id: " + e.getMessage()
                                + ". Import the table again, then retry the job.",
                        e);
            }
        }
        return sorted;
    }
}
