/**
 * Part of the room {@code chaos} (floor 4): what goes wrong on purpose. Imports {@code site}, {@code load}, and of job-api what a
 * forger needs.
 *
 * <p>Read {@link dev.penstock.stack.chaos.fault.FaultTable} first.
 */
@NullMarked
package dev.penstock.stack.chaos.fault;

import org.jspecify.annotations.NullMarked;
