/**
 * Part of the room {@code analyst} (floor 3): the whole system as of a moment, and how two moments differ. Imports {@code source}.
 *
 * <p>Read {@link dev.penstock.projector.analyst.picture.Picture} first.
 */
@NullMarked
package dev.penstock.projector.analyst.picture;

import org.jspecify.annotations.NullMarked;
