package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.table.Table;
import dev.penstock.projector.analyst.table.TableReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A store in a temporary folder, filled to be asked. The caller closes it, and nothing of it stays. */
public final class Loaded implements AutoCloseable {
    private final Path folder;
    private final Path file;

    private Loaded() throws IOException {
        folder = Files.createTempDirectory("penstock-log-");
        file = folder.resolve("log.duckdb");
    }

    /**
     * From the log: the tables whose names the query mentions.
     *
     * @param each called for each record read
     */
    public static Loaded from(EventLog log, Stretch stretch, String sql, Runnable each) {
        String text = sql.toLowerCase(Locale.ROOT);
        Set<String> wanted =
                Table.ALL.stream().map(Table::name).filter(text::contains).collect(Collectors.toSet());
        return filled(wanted, store -> {
            if (!wanted.isEmpty()) {
                new TableReading(stretch, EventFilter.ALL, store, Export.BATCH).read(log, each);
            }
        });
    }

    /** From exported files. */
    public static Loaded from(Map<Table<?>, Path> files) {
        return filled(Set.of(), store -> {
            for (Map.Entry<Table<?>, Path> entry : files.entrySet()) {
                store.load(entry.getKey(), entry.getValue());
            }
        });
    }

    /** The file to ask. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        Store.remove(file);
        try {
            Files.deleteIfExists(Path.of(file + ".spill"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The work folder " + folder + " cannot be removed", e);
        }
    }

    private interface Filling {
        void fill(Store store) throws SQLException;
    }

    private static Loaded filled(Set<String> wanted, Filling filling) {
        try {
            Loaded loaded = new Loaded();
            try (Store store = new Store(loaded.file, wanted, place -> {})) {
                filling.fill(store);
            }
            return loaded;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("No work folder can be made", e);
        }
    }
}
