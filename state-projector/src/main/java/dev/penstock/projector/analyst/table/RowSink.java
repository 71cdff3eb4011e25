package dev.penstock.projector.analyst.table;

import dev.penstock.projector.analyst.source.Offsets;

/** Where rows go. */
public interface RowSink {
    /** Whether rows of this table are wanted at all. */
    boolean wants(Table<?> table);

    /** One more row. */
    <R> void row(Table<R> table, R row);

    /**
     * Everything before this place has been handed over: a reading may go on from here. Called now and then.
     *
     * @param done the place
     */
    default void reached(Offsets done) {}
}
