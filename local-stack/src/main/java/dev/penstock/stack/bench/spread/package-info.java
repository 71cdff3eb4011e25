/**
 * Part of the room {@code bench} (floor 4): how work is spread over workers, queues and lanes, and what a worker with real handlers
 * does in a minute.
 *
 * <p>Imports what {@code bench} may. Start with {@link dev.penstock.stack.bench.spread.SpreadBench}.
 */
@NullMarked
package dev.penstock.stack.bench.spread;

import org.jspecify.annotations.NullMarked;
