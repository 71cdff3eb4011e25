/**
 * Floor 3: Penstock's own programs as child processes: where their jars are, what configuration they get, when they are ready, and
 * that they come back when they die. Imports {@code process}.
 *
 * <p>Read {@link dev.penstock.stack.program.Program} first.
 */
@NullMarked
package dev.penstock.stack.program;

import org.jspecify.annotations.NullMarked;
