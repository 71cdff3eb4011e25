/**
 * Part of the room {@code launcher} (floor 4): the commands that run one program alone, in the foreground.
 *
 * <p>Imports {@code option} and the rooms below. Read {@link dev.penstock.stack.launcher.alone.ProgramCommand} first.
 */
@NullMarked
package dev.penstock.stack.launcher.alone;

import org.jspecify.annotations.NullMarked;
