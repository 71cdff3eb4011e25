/**
 * Part of the room {@code analyst} (floor 3): which events are meant: the filter language of the pages, with the keys that an event has. Imports {@code fold}.
 *
 * <p>Read {@link dev.penstock.projector.analyst.filter.EventFilter} first.
 */
@NullMarked
package dev.penstock.projector.analyst.filter;

import org.jspecify.annotations.NullMarked;
