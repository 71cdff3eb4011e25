/**
 * Floor 4, app: the program: one jar in three roles, its configuration, health, metrics and traces.
 *
 * <p>Imports {@code app}, everything below it, and Quarkus. Start with {@link dev.penstock.processor.program.Program}.
 */
@NullMarked
package dev.penstock.processor.program;

import org.jspecify.annotations.NullMarked;
