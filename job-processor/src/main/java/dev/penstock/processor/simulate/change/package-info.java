/**
 * Part of the room {@code simulate} (floor 3): what is to be different.
 *
 * <p>Imports {@code past}, {@code measure} and job-api. Read {@link dev.penstock.processor.simulate.change.Changes} first.
 */
@NullMarked
package dev.penstock.processor.simulate.change;

import org.jspecify.annotations.NullMarked;
