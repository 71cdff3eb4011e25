/**
 * Part of the room {@code analyst} (floor 3): the three tables of the log, kept in a file and read on from where they ended at the
 * next question, with what is secret covered before it is in them. Docs: {@code docs/adr/0018-*}. Imports {@code source},
 * {@code fold}, {@code table}, {@code duck}, RocksDB, and the masks of job-api.
 *
 * <p>Read {@link dev.penstock.projector.analyst.live.LiveTables} first, then {@link dev.penstock.projector.analyst.live.Reading}.
 */
@NullMarked
package dev.penstock.projector.analyst.live;

import org.jspecify.annotations.NullMarked;
