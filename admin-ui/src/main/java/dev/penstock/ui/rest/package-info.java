/**
 * Floor 3, adapter: the JSON API below {@code /api/v1}, twin of the pages: the same filter language, the same answers.
 *
 * <p>Errors are problem+json (RFC 9457) with a sentence that says what to do. Every answer says how far it is behind the
 * log. Imports {@code notification}, {@code operation}, {@code query}, {@code read}, {@code live}, {@code cluster}, {@code saved}, {@code security}, {@code account}, {@code audit}, {@code config}, {@code trouble}. Start with {@link dev.penstock.ui.rest.JobsResource}.
 */
@NullMarked
package dev.penstock.ui.rest;

import org.jspecify.annotations.NullMarked;
