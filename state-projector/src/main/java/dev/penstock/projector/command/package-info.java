/**
 * Floor 4: {@code ./penstock log}, the commands for analysts, in a process of their own without Quarkus. What they do is the business
 * of the room {@code analyst}; here stand their options, their help and their exit codes.
 *
 * <p>Below it: {@code cluster}, options that commands share, and {@code screen}, what is written on the terminal. Imports {@code analyst}
 * and {@code redrive}. Read {@link dev.penstock.projector.command.Main} first, then
 * {@link dev.penstock.projector.command.LogCommand}.
 */
@NullMarked
package dev.penstock.projector.command;

import org.jspecify.annotations.NullMarked;
