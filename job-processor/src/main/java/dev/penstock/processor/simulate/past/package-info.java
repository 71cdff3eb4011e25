/**
 * Part of the room {@code simulate} (floor 3): a stretch of the past in the form a simulation needs: values without behaviour.
 *
 * <p>Imports {@code measure} and job-api. Read {@link dev.penstock.processor.simulate.past.Recording} first.
 */
@NullMarked
package dev.penstock.processor.simulate.past;

import org.jspecify.annotations.NullMarked;
