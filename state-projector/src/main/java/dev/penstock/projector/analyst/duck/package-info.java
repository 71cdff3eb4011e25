/**
 * Part of the room {@code analyst} (floor 3): the tables in an embedded DuckDB: exported to files, and asked in SQL. Imports
 * {@code source}, {@code filter}, {@code table} and DuckDB's JDBC driver, nobody else does.
 *
 * <p>Read {@link dev.penstock.projector.analyst.duck.Export} and {@link dev.penstock.projector.analyst.duck.Question} first.
 */
@NullMarked
package dev.penstock.projector.analyst.duck;

import org.jspecify.annotations.NullMarked;
