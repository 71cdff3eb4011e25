/**
 * Part of the room {@code simulate} (floor 3): what is counted of a stretch, the same way for what happened and for what is simulated.
 *
 * <p>Imports job-api's words and fold. Read {@link dev.penstock.processor.simulate.measure.Tally} first.
 */
@NullMarked
package dev.penstock.processor.simulate.measure;

import org.jspecify.annotations.NullMarked;
