/**
 * Part of the room {@code analyst} (floor 3): the jobs behind the events. Imports {@code source} and the fold of job-api.
 *
 * <p>Read {@link dev.penstock.projector.analyst.fold.Fold} first.
 */
@NullMarked
package dev.penstock.projector.analyst.fold;

import org.jspecify.annotations.NullMarked;
