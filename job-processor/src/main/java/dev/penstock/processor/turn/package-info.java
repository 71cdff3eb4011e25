/**
 * Floor 1, rules: when the next attempt comes.
 *
 * <p>Imports job-api's words. Start with {@link dev.penstock.processor.turn.Waits}.
 */
@NullMarked
package dev.penstock.processor.turn;

import org.jspecify.annotations.NullMarked;
