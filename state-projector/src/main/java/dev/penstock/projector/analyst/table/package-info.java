/**
 * Part of the room {@code analyst} (floor 3): the log as three tables with typed columns: events, jobs, attempts. Names and words
 * are those of the read model in PostgreSQL wherever it has the same thing. Imports {@code source}, {@code filter} and {@code fold}.
 *
 * <p>Read {@link dev.penstock.projector.analyst.table.Table} first.
 */
@NullMarked
package dev.penstock.projector.analyst.table;

import org.jspecify.annotations.NullMarked;
