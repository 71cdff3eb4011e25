/**
 * Floor 3, adapter: rows of what workers and users did. Imports {@code table} for sessions and parameters. Start with
 * {@link dev.penstock.projector.table.tally.TallyTable}.
 */
@NullMarked
package dev.penstock.projector.table.tally;

import org.jspecify.annotations.NullMarked;
