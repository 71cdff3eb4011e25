/**
 * Part of the room {@code analyst} (floor 3): events and jobs as lines for people and as JSON. Imports {@code source} and {@code fold}.
 *
 * <p>Read {@link dev.penstock.projector.analyst.tell.EventLine} first.
 */
@NullMarked
package dev.penstock.projector.analyst.tell;

import org.jspecify.annotations.NullMarked;
