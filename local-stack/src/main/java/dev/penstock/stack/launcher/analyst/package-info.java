/**
 * Part of the room {@code launcher} (floor 4): {@code ./penstock log}, the commands for analysts. What they do is the business of
 * the room {@code analyst}; here stand their options, their help and their exit codes.
 *
 * <p>Imports {@code option} and the rooms below. Read {@link dev.penstock.stack.launcher.analyst.LogCommand} first.
 */
@NullMarked
package dev.penstock.stack.launcher.analyst;

import org.jspecify.annotations.NullMarked;
