/**
 * Part of the room {@code bench} (floor 4): how fast the projector loads a backlog, and how long the admin UI's lists take then.
 *
 * <p>Imports what {@code bench} may, and of the JDK {@code java.sql}. Start with {@link dev.penstock.stack.bench.read.ReadBench}.
 */
@NullMarked
package dev.penstock.stack.bench.read;

import org.jspecify.annotations.NullMarked;
