/**
 * Floor 3: the programs assembled into one running system on this machine, in order, on one data folder. Imports {@code process},
 * {@code broker}, {@code postgres} and {@code program}.
 *
 * <p>Read {@link dev.penstock.stack.assembly.LocalStack} first.
 */
@NullMarked
package dev.penstock.stack.assembly;

import org.jspecify.annotations.NullMarked;
