/**
 * Part of the room {@code launcher} (floor 4): the commands that only look: status, logs, doctor, keys.
 *
 * <p>Imports {@code option} and the rooms below. Read {@link dev.penstock.stack.launcher.look.StatusCommand} first.
 */
@NullMarked
package dev.penstock.stack.launcher.look;

import org.jspecify.annotations.NullMarked;
