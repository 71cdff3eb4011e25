/**
 * Part of the room {@code analyst} (floor 3): whether the rows in PostgreSQL follow from the log. Imports {@code source} and JDBC, the
 * projection (floor 1), and from the room {@code table} how the columns are filled.
 *
 * <p>Read {@link dev.penstock.projector.analyst.rows.RowCheck} first.
 */
@NullMarked
package dev.penstock.projector.analyst.rows;

import org.jspecify.annotations.NullMarked;
