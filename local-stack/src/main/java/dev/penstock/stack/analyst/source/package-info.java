/**
 * Part of the room {@code analyst} (floor 3): the events of a stretch of the log, in the order of their times. Imports kafka-clients.
 *
 * <p>Read {@link dev.penstock.stack.analyst.source.EventLog} first.
 */
@NullMarked
package dev.penstock.stack.analyst.source;

import org.jspecify.annotations.NullMarked;
