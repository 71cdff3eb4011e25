/**
 * Floor 4: measures Penstock on this machine, over loopback, with real processes. Imports {@code history} and the rooms below, and
 * the client and worker of job-api.
 *
 * <p>Read {@link dev.penstock.stack.bench.Bench} first.
 */
@NullMarked
package dev.penstock.stack.bench;

import org.jspecify.annotations.NullMarked;
