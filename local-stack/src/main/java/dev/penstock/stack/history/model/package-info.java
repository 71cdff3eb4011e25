/**
 * Part of the room {@code history} (floor 4): commands, events and jobs as a checker sees them, and what may follow what, written a
 * second time from docs/lifecycle.md and docs/design.md. It shares no code with what decides or folds. Imports Jackson.
 *
 * <p>Read {@link dev.penstock.stack.history.model.JobModel} first, then {@link dev.penstock.stack.history.model.Transitions}.
 */
@NullMarked
package dev.penstock.stack.history.model;

import org.jspecify.annotations.NullMarked;
