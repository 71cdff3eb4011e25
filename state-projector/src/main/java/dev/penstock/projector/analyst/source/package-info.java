/**
 * Part of the room {@code analyst} (floor 3): the events of a stretch of the log, in the order of their times. Imports kafka-clients.
 *
 * <p>Read {@link dev.penstock.projector.analyst.source.EventLog} first.
 */
@NullMarked
package dev.penstock.projector.analyst.source;

import org.jspecify.annotations.NullMarked;
