/**
 * Part of the room {@code simulate} (floor 3): reads from the log what it says of a stretch: who came, what each attempt took and how
 * it ended, which workers were there, and how long a job and a free slot took to find each other.
 *
 * <p>Imports {@code past}, {@code measure}, {@code turn} and job-api. Read
 * {@link dev.penstock.processor.simulate.record.Recorder} first.
 */
@NullMarked
package dev.penstock.processor.simulate.record;

import org.jspecify.annotations.NullMarked;
