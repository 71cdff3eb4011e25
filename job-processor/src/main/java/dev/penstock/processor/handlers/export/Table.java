package dev.penstock.processor.handlers.export;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import dev.penstock.api.worker.JobContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows under a title, and what becomes of them. The first row names the columns. */
record Table(String title, List<List<String>> rows) {
    private static final CsvMapper CSV = new CsvMapper();

    /** Attaches the table as a file of that name. */
    void attach(String name, Format format, JobContext context) throws IOException {
        byte[] file = switch (format) {
            case CSV -> csv();
            case PDF -> TablePdf.of(this);
        };
        String type = format == Format.CSV ? "text/csv" : "application/pdf";
        context.attach(name + "." + ending(format), type, new ByteArrayInputStream(file));
    }

    static String ending(Format format) {
        return format == Format.CSV ? "csv" : "pdf";
    }

    private byte[] csv() throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(CSV.writeValueAsString(inert(row)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Spreadsheets run a cell that begins like a formula. */
    private static List<String> inert(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row) {
            cells.add(cell.matches("[=+\\-@\\t\\r].*") ? "'" + cell : cell);
        }
        return cells;
    }
}
