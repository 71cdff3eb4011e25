/**
 * Floor 4: the fault run. Starts the system as processes, asks it for all sorts of things, breaks it meanwhile, lets it come to rest,
 * and has {@code history} prove from the log that nothing went wrong. Imports {@code history}, {@code assembly}, {@code broker},
 * {@code postgres}, {@code process}, {@code program}.
 *
 * <p>Read {@link dev.penstock.stack.chaos.ChaosRun} first.
 */
@NullMarked
package dev.penstock.stack.chaos;

import org.jspecify.annotations.NullMarked;
