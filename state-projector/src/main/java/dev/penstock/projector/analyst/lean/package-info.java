/**
 * Part of the room {@code analyst} (floor 3): the log folded to what a picture shows and no more: of each job some bytes, so that ten
 * million events have room in memory, and that a partition's fold can be kept in a file. Imports {@code source}, {@code picture} and
 * the fold of job-api.
 *
 * <p>Read {@link dev.penstock.projector.analyst.lean.PartitionFold} first.
 */
@NullMarked
package dev.penstock.projector.analyst.lean;

import org.jspecify.annotations.NullMarked;
