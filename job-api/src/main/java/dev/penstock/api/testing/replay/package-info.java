/**
 * Part of the room {@code testing} (floor 3): the attempts of a job as the log recorded them, run again with the kit and compared.
 *
 * <p>Start with {@link dev.penstock.api.testing.replay.Replay}.
 */
@NullMarked
package dev.penstock.api.testing.replay;

import org.jspecify.annotations.NullMarked;
