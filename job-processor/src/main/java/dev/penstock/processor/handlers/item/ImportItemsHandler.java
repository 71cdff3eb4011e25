package dev.penstock.processor.handlers.item;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an item of each row; a row without an id, a name or a status that there is, is left out and logged. A second run puts
 * the same items in place of the first one's.
 */
public final class ImportItemsHandler implements JobHandler<ImportItems> {
    private static final List<String> COLUMNS = List.of("id", "name", "status");
    private static final ObjectReader READER = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final Path inbox;
    private final Items items;

    public ImportItemsHandler(Path inbox, Items items) {
        this.inbox = inbox;
        this.items = items;
    }

    /** What the job leaves behind. */
    public record Imported(String batch, int items, int leftOut) {}

    @Override
    public Imported run(ImportItems order, JobContext context) throws IOException {
        Path file = Inside.of(inbox, order.file());
        if (!Files.exists(file)) {
            throw new TransientFailure("There is no file " + file + " yet");
        }
        List<Map<String, String>> rows;
        try (MappingIterator<Map<String, String>> read = READER.readValues(file.toFile())) {
            rows = read.readAll();
        }
        if (!rows.isEmpty() && !rows.getFirst().keySet().containsAll(COLUMNS)) {
            throw new PermanentFailure(order.file() + " lacks some of the columns " + COLUMNS + ", it has "
                    + rows.getFirst().keySet() + ": write it again with the import template, then submit a new job.");
        }
        int leftOut = 0;
        for (int i = 0; i < rows.size(); i++) {
            leftOut += take(rows.get(i), i + 1, order, context) ? 0 : 1;
            context.progress(i + 1, rows.size(), "rows");
        }
        context.log(rows.size() - leftOut + " items are in " + order.module() + " as batch " + order.batch());
        return new Imported(order.batch(), rows.size() - leftOut, leftOut);
    }

    private boolean take(Map<String, String> row, int number, ImportItems order, JobContext context)
            throws IOException {
        @Nullable String id = row.get("id");
        @Nullable String name = row.get("name");
        @Nullable String status = row.get("status");
        if (id == null || !id.matches("[A-Za-z0-9-]{1,60}") || name == null || name.isBlank()) {
            context.log(
                    LogLine.Level.ERROR,
                    "Row " + number + " left out: it has no id of letters, digits and -, or no name");
            return false;
        }
        if (status == null || !Item.STATUSES.contains(status)) {
            context.log(
                    LogLine.Level.ERROR,
                    "Row " + number + " left out: status is \"" + status + "\", expected one of " + Item.STATUSES);
            return false;
        }
        Map<String, String> fields = new TreeMap<>(row);
        COLUMNS.forEach(fields::remove);
        Item before = items.find(id).orElse(Item.of(id, order.module(), name, status));
        // Renditions were made of what the item was: they stay in its holder until media-holders.clean takes them out.
        List<String> kept = before.files().stream()
                .filter(file -> file.equals(Item.SOURCE) || file.equals(Item.SHEET))
                .toList();
        Item next = new Item(id, order.module(), name, status, before.fields(), before.batches(), kept);
        items.put(next.with(fields).inBatch(order.batch()));
        return true;
    }
}
