package dev.penstock.projector.analyst.table;

import dev.penstock.projector.analyst.fold.AttemptLine;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.fold.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table.
 *
 * @param <R> what a row is made of
 */
public record Table<R>(String name, List<Column<R>> columns) {
    /** Every event, refused and ignored commands too. */
    public static final Table<Step> EVENTS = new Table<>("events", EventColumns.ALL);

    /** Every job that is not deleted. */
    public static final Table<Standing> JOBS = new Table<>("jobs", JobColumns.ALL);

    /** Every attempt that a worker began, or whose dispatch ended otherwise. */
    public static final Table<AttemptLine> ATTEMPTS = new Table<>("attempts", AttemptColumns.ALL);

    /** All three. */
    public static final List<Table<?>> ALL = List.of(EVENTS, JOBS, ATTEMPTS);

    public Table {
        columns = List.copyOf(columns);
    }

    /** The statement that makes it. */
    public String create() {
        return "CREATE TABLE IF NOT EXISTS " + name + " ("
                + columns.stream()
                        .map(column -> column.name() + " " + column.type().sql())
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
