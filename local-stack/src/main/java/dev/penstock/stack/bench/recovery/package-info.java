/**
 * Part of the room {@code bench} (floor 4): how long work stands still when a process dies or freezes.
 *
 * <p>Imports what {@code bench} may. Start with {@link dev.penstock.stack.bench.recovery.RecoveryBench}.
 */
@NullMarked
package dev.penstock.stack.bench.recovery;

import org.jspecify.annotations.NullMarked;
