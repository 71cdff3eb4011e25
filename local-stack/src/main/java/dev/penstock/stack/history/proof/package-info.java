/**
 * Part of the room {@code history} (floor 4): proves from the log that nothing went wrong. It shares no code with what decides or
 * folds: plain JSON, and a small model of its own, written from docs/lifecycle.md and docs/design.md, of what may follow what.
 * Imports kafka-clients, Jackson, {@code java.sql} (to compare the tables), of job-api the topic names.
 *
 * <p>Read {@link dev.penstock.stack.history.proof.Proof} first, then {@link dev.penstock.stack.history.proof.Walk}.
 */
@NullMarked
package dev.penstock.stack.history.proof;

import org.jspecify.annotations.NullMarked;
