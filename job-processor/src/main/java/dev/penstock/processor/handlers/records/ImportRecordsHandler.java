package dev.penstock.processor.handlers.records;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.PartFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Imports a CSV file into a table, which here is a file of one JSON row a line. Bad rows are left out and logged; a
 * checkpoint every 500 rows lets a stopped or retried run go on behind it (S2.12, S2.16).
 */
public final class ImportRecordsHandler implements JobHandler<ImportRecords> {
    private static final int BAD_ROWS_LOGGED = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path inbox;
    private final Path tables;

    public ImportRecordsHandler(Path inbox, Path tables) {
        this.inbox = inbox;
        this.tables = tables;
    }

    /** What the job leaves behind. */
    public record Imported(long rows, long rejected) {}

    @Override
    public @Nullable Imported run(ImportRecords order, JobContext context) throws IOException {
        Path table = Inside.of(tables, order.table() + ".ndjson");
        Path source = Inside.of(inbox, order.file());
        try (AccountFile file = AccountFile.open(source)) {
            @Nullable Point point = Resumption.of(context, source, tables);
            file.skip(point.rows());
            try (PartFile part = PartFile.open(tables, context.idempotencyKey(), point.bytes())) {
                point = copy(file, part, point, context);
                if (point == null) {
                    return null;
                }
                part.finish(table);
            }
            context.log(
                    LogLine.Level.INFO,
                    "Imported " + point.rowsWritten() + " rows into " + order.table() + ", left out "
                            + point.leftOut());
            return new Imported(point.rowsWritten(), point.leftOut());
        }
    }

    /** Copies all rows behind {@code start}; null if it was asked to stop on the way. */
    private static @Nullable Point copy(AccountFile file, PartFile part, Point start, JobContext context)
            throws IOException {
        Point point = start;
        for (@Nullable Map<String, String> row = file.next(); row != null; row = file.next()) {
            point = copy(row, part, point, context);
            if (point.endsBatch() && Resumption.saveAndAskStop(context, point, part, file.estimatedRows())) {
                return null;
            }
        }
        return point;
    }

    private static Point copy(Map<String, String> row, PartFile part, Point point, JobContext context)
            throws IOException {
        try {
            part.append(JSON.writeValueAsString(Account.of(row)) + "\n");
            return point.written();
        } catch (IllegalArgumentException bad) {
            if (point.leftOut() < BAD_ROWS_LOGGED) {
                context.log(LogLine.Level.WARN, "Row " + (point.rows() + 1) + " left out: " + bad.getMessage());
            }
            return point.skipped();
        }
    }
}
