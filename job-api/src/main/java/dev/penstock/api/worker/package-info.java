/**
 * Floor 3, adapter: running jobs: the handler SPI, and the worker that takes dispatches, runs handlers and reports.
 *
 * <p>Imports floor 0, {@code wire}, {@code topic}, {@code key}, {@code payload}, {@code client} (children to make),
 * {@code artifact}, {@code seal} and
 * {@code link}. Whoever writes a handler
 * starts with {@link dev.penstock.api.worker.JobHandler}; whoever reads the code with
 * {@code Attempt}, the way of one job.
 */
@NullMarked
package dev.penstock.api.worker;

import org.jspecify.annotations.NullMarked;
