/**
 * Floor 3, adapter: what is asked of the log: questions in SQL, and the recordings of jobs. The projector answers them on its internal
 * API; here stands who asks, what is covered for them, and that each question is written down.
 *
 * <p>Imports {@code config}, {@code send} (the keys), {@code audit} and {@code trouble}. Start with {@link dev.penstock.ui.query.LogQuestions}.
 */
@NullMarked
package dev.penstock.ui.query;

import org.jspecify.annotations.NullMarked;
