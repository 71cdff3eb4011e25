/**
 * Part of the room {@code analyst} (floor 3): the system as of a moment from the nearest snapshots and the log behind them; how
 * snapshots are made and when they go is ADR 21. Imports {@code source}, {@code lean} and {@code picture}.
 *
 * <p>Read {@link dev.penstock.projector.analyst.snapshot.SystemReading} first.
 */
@NullMarked
package dev.penstock.projector.analyst.snapshot;

import org.jspecify.annotations.NullMarked;
