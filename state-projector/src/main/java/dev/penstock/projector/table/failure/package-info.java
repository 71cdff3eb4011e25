/**
 * Floor 3, adapter: rows of failure groups. Imports {@code table} for sessions and parameters. Start with
 * {@link dev.penstock.projector.table.failure.FailureTables}.
 */
@NullMarked
package dev.penstock.projector.table.failure;

import org.jspecify.annotations.NullMarked;
