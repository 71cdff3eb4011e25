/**
 * Part of the room {@code handlers} (floor 3): who belongs to which segment of the audience, kept in PostgreSQL and decided
 * by SQL.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file} and JDBC. Start with
 * {@link dev.penstock.processor.handlers.segment.Audience}.
 */
@NullMarked
package dev.penstock.processor.handlers.segment;

import org.jspecify.annotations.NullMarked;
