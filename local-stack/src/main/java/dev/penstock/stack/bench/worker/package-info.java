/**
 * Part of the room {@code bench} (floor 4): the worker processes of the bench, the lines that they write for it, and who reads them.
 *
 * <p>Imports what {@code bench} may. Start with {@link dev.penstock.stack.bench.worker.WorkerProcess}.
 */
@NullMarked
package dev.penstock.stack.bench.worker;

import org.jspecify.annotations.NullMarked;
