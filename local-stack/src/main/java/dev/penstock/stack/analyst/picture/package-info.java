/**
 * Part of the room {@code analyst} (floor 3): the whole system as of a moment, and how two moments differ. Imports {@code source} and {@code fold}.
 *
 * <p>Read {@link dev.penstock.stack.analyst.picture.SystemFold} first.
 */
@NullMarked
package dev.penstock.stack.analyst.picture;

import org.jspecify.annotations.NullMarked;
