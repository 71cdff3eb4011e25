package dev.penstock.processor.handlers.records;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, read row by row. */
final class AccountFile implements AutoCloseable {
    private static final ObjectReader READER = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final MappingIterator<Map<String, String>> rows;
    private final long lines;

    private AccountFile(MappingIterator<Map<String, String>> rows, long lines) {
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * Opens a file and checks its header.
     *
     * @throws TransientFailure if it is not there: it may still arrive
     * @throws PermanentFailure if its header lacks a column
     */
    static AccountFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new TransientFailure("There is no file " + file + " yet");
        }
        MappingIterator<Map<String, String>> rows = READER.readValues(file.toFile());
        boolean any = rows.hasNextValue();
        List<String> missing = new ArrayList<>(Account.COLUMNS);
        if (rows.getParserSchema() instanceof CsvSchema header) {
            missing.removeAll(header.getColumnNames());
        }
        if (any && !missing.isEmpty()) {
            rows.close();
            throw new PermanentFailure(file.getFileName() + " lacks the columns " + missing + " in its first line: "
                    + "export it again with " + Account.COLUMNS + ", then submit a new job.");
        }
        return new AccountFile(rows, lines(file));
    }

    /** The next row; null after the last. */
    @Nullable
    Map<String, String> next() throws IOException {
        return rows.hasNextValue() ? rows.nextValue() : null;
    }

    void skip(long count) throws IOException {
        for (long i = 0; i < count && rows.hasNextValue(); i++) {
            rows.nextValue();
        }
    }

    /** About how many rows there are: lines less the header. */
    long estimatedRows() {
        return Math.max(0, lines - 1);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> all = Files.lines(file)) {
            return all.count();
        }
    }
}
