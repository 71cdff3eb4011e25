/**
 * Floor 3: dead jobs are retried, many at a time: which they are is asked of the log, and what became of each is read there again. The one
 * tool on the log that writes, and it writes acts alone, signed, through the door that all acts take.
 *
 * <p>Imports {@code analyst} and the client of the api. Read {@link dev.penstock.projector.redrive.DeadJobs} first, then
 * {@link dev.penstock.projector.redrive.Redrive}.
 */
@NullMarked
package dev.penstock.projector.redrive;

import org.jspecify.annotations.NullMarked;
