/**
 * Part of the room {@code analyst} (floor 3): whether what the read side shows follows from the log. Imports {@code source},
 * {@code fold}, {@code rows} and kafka-clients.
 *
 * <p>Read {@link dev.penstock.projector.analyst.verify.Verification} first.
 */
@NullMarked
package dev.penstock.projector.analyst.verify;

import org.jspecify.annotations.NullMarked;
