/**
 * Floor 3, adapter: the tables of the read model, one class for each, and how a connection is used to fill them.
 *
 * <p>Imports lower floors. Start with {@link dev.penstock.projector.table.OffsetTable}, then
 * {@link dev.penstock.projector.table.JobTable}; what the columns mean stands in {@code db/read/V*.sql}.
 */
@NullMarked
package dev.penstock.projector.table;

import org.jspecify.annotations.NullMarked;
