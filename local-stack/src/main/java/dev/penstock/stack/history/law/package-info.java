/**
 * Part of the room {@code history} (floor 4): what must hold of each feature beyond the transitions of a job, one law a class, written
 * from docs/design.md and docs/glossary.md: limits, unique jobs, times, attempts, schedules. A law sees the events as a walk through
 * the log comes to them; plain JSON, nothing of what decides.
 *
 * <p>Read {@link dev.penstock.stack.history.law.Law} first.
 */
@NullMarked
package dev.penstock.stack.history.law;

import org.jspecify.annotations.NullMarked;
