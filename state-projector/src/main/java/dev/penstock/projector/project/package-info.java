/**
 * Floor 1, rules: from events to rows. Pure: the same events give the same rows, in whatever batches they come.
 *
 * <p>Imports {@code view} and job-api's rules. Start with {@link dev.penstock.projector.project.Projection}.
 */
@NullMarked
package dev.penstock.projector.project;

import org.jspecify.annotations.NullMarked;
