/**
 * Part of the room {@code chaos} (floor 4): what is asked of the system during a fault run, from a seeded generator. Imports the SDK,
 * and {@code history} to see how jobs stand.
 *
 * <p>Read {@link dev.penstock.stack.chaos.load.Load} first; {@link dev.penstock.stack.chaos.load.Deed} is the table of acts.
 */
@NullMarked
package dev.penstock.stack.chaos.load;

import org.jspecify.annotations.NullMarked;
