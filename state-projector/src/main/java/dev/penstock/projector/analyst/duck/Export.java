package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.filter.EventFilter;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.analyst.table.Table;
import dev.penstock.projector.analyst.table.TableReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/**
 * A table of the log, written to a file. Rows gather in a work file beside it; a small progress file says how far they are. An
 * export that was stopped goes on where it was when it is asked for again; the file itself appears whole, at the end.
 */
public final class Export {
    /** So many records are read before their rows are in the work file for good. */
    public static final int BATCH = 20_000;

    private final Table<?> table;
    private final Format format;
    private final String filter;
    private final Path file;
    private final int batch;

    /**
     * An export.
     *
     * @param filter text of the filter
     * @param batch records after which it notes how far it is, such as {@link #BATCH}
     */
    public Export(Table<?> table, Format format, String filter, Path file, int batch) {
        this.batch = batch;
        this.table = table;
        this.format = format;
        this.filter = filter;
        this.file = file;
    }

    /**
     * What was written.
     *
     * @param rows of the file
     * @param bytes of the file
     * @param stretch the part of the log that the rows are of
     * @param resumed whether an earlier export was finished
     */
    public record Written(long rows, long bytes, Stretch stretch, boolean resumed) {}

    /**
     * Exports. An earlier, stopped export of the same is finished, up to where that one was to end.
     *
     * @param asked the part of the log
     * @param now what relative times in the filter are subtracted from
     * @param each called for each record read
     * @throws IllegalStateException if the file is there already, or its progress file is of another export or has lost its work file
     */
    public Written run(EventLog log, Stretch asked, Instant now, Runnable each) {
        if (Files.exists(file)) {
            throw new IllegalStateException(
                    "The file " + file + " is there already: remove it or choose another with -o.");
        }
        boolean events = table.name().equals(Table.EVENTS.name());
        ProgressFile progress =
                new ProgressFile(Path.of(file + ".progress"), table.name() + " " + format + " " + filter);
        ProgressFile.Step before = progress.read().orElse(null);
        Stretch stretch = before == null ? asked : before.stretch();
        Instant then = before == null ? now : before.asked();
        EventFilter meant = EventFilter.parse(filter, then);
        EventFilter wanted = events ? meant : meant.ofJobs();
        Path work = Path.of(file + ".work");
        if (before == null) {
            Store.remove(work);
            progress.write(new ProgressFile.Step(stretch, stretch.from(), then));
        } else if (events && !before.next().equals(stretch.from()) && !Files.exists(work)) {
            throw new IllegalStateException("The work file " + work + " is gone, and with it the rows that "
                    + progress.file() + " says are in it: remove that one too, and the export begins again.");
        }
        // Jobs are written when all are known: of them, and of the attempts behind them, nothing can be kept on the
        // way.
        Offsets done = before == null || !events ? stretch.from() : before.next();
        try (Store store = new Store(
                work, Set.of(table.name()), place -> progress.write(new ProgressFile.Step(stretch, place, then)))) {
            store.forgetAfter(table, done);
            new TableReading(new Stretch(done, stretch.to()), wanted, store, batch).read(log, each);
            Path whole = Path.of(file + ".part");
            store.execute(format.copy(table, whole));
            long rows = store.count(table);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return new Written(rows, Files.size(file), stretch, before != null);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        } finally {
            if (Files.exists(file)) {
                // In this order: progress without the rows that it tells of would be gone on with.
                progress.remove();
                Store.remove(work);
            }
        }
    }
}
