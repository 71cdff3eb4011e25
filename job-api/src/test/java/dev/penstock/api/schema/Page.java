package dev.penstock.api.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a Markdown page by the heading above them; cells without the back-ticks. */
final class Page {
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    Page(Path file) {
        String heading = "";
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#")) {
                    heading = line.replaceFirst("#+ ", "");
                } else if (line.startsWith("| ") && !line.startsWith("|---")) {
                    tables.computeIfAbsent(heading, h -> new ArrayList<>()).add(cells(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the table under a heading, without its head: the first cell, and the cell of a column (from 1). */
    Map<String, String> table(String heading, int column) {
        List<List<String>> rows = tables.get(heading);
        if (rows == null) {
            throw new AssertionError("The page has no table under \"" + heading + "\"");
        }
        Map<String, String> table = new LinkedHashMap<>();
        rows.subList(1, rows.size()).forEach(row -> {
            if (table.put(row.get(0), row.get(column)) != null) {
                throw new AssertionError("Twice under \"" + heading + "\": " + row.get(0));
            }
        });
        return table;
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).stream()
                .map(cell -> cell.strip().replaceAll("^`([^`]*)`$", "$1"))
                .toList();
    }
}
