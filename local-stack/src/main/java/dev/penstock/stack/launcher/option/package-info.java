/**
 * Part of the room {@code launcher} (floor 4): the options that several commands share.
 *
 * <p>Imports {@code assembly}. Read {@link dev.penstock.stack.launcher.option.StackOptions} first.
 */
@NullMarked
package dev.penstock.stack.launcher.option;

import org.jspecify.annotations.NullMarked;
