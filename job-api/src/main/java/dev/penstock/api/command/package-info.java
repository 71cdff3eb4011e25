/**
 * Floor 0, words: everything that can be asked of Penstock.
 *
 * <p>Imports {@code job} and {@code setting}. Start with {@link dev.penstock.api.command.Command}; a
 * {@link dev.penstock.api.command.CommandMessage} is a command with who, why and what for.
 */
@NullMarked
package dev.penstock.api.command;

import org.jspecify.annotations.NullMarked;
