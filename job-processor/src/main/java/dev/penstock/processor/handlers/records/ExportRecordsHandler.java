package dev.penstock.processor.handlers.records;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.PartFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports a table as a CSV file named by the job, with checkpoints as the import's. */
public final class ExportRecordsHandler implements JobHandler<ExportRecords> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema SCHEMA = CSV.schemaFor(Account.class);
    private static final ObjectWriter ROW = CSV.writer(SCHEMA);

    private final Path tables;
    private final Path exports;

    public ExportRecordsHandler(Path tables, Path exports) {
        this.tables = tables;
        this.exports = exports;
    }

    /** What the job leaves behind. */
    public record Exported(String file, long rows) {}

    @Override
    public @Nullable Exported run(ExportRecords order, JobContext context) throws IOException {
        Path table = Inside.of(tables, order.table() + ".ndjson");
        if (!Files.exists(table)) {
            throw new TransientFailure("There is no table " + order.table() + " yet: import it first");
        }
        Path target = Inside.of(exports, context.idempotencyKey() + ".csv");
        @Nullable Point point = Resumption.of(context, table, exports);
        try (BufferedReader rows = Files.newBufferedReader(table);
                PartFile part = PartFile.open(exports, context.idempotencyKey(), point.bytes())) {
            if (point.rows() == 0) {
                part.append(String.join(",", Account.COLUMNS) + "\n");
            }
            point = copy(order, rows, part, point, context);
            if (point == null) {
                return null;
            }
            part.finish(target);
        }
        context.log(LogLine.Level.INFO, "Exported " + point.rowsWritten() + " rows to " + target.getFileName());
        return new Exported(target.getFileName().toString(), point.rowsWritten());
    }

    /** Copies the rows asked for behind {@code start}; null if it was asked to stop on the way. */
    private @Nullable Point copy(
            ExportRecords order, BufferedReader rows, PartFile part, Point start, JobContext context)
            throws IOException {
        long total = lines(Inside.of(tables, order.table() + ".ndjson"));
        for (long i = 0; i < start.rows(); i++) {
            rows.readLine();
        }
        Point point = start;
        for (@Nullable String line = rows.readLine(); line != null; line = rows.readLine()) {
            Account account = JSON.readValue(line, Account.class);
            boolean asked = order.country() == null || order.country().equals(account.country());
            if (asked) {
                part.append(ROW.writeValueAsString(account));
            }
            point = asked ? point.written() : point.skipped();
            if (point.endsBatch() && Resumption.saveAndAskStop(context, point, part, total)) {
                return null;
            }
        }
        return point;
    }

    private static long lines(Path table) throws IOException {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.count();
        }
    }
}
