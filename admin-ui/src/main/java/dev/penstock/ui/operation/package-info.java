/**
 * Floor 3, adapter: acts on many jobs at once, as durable objects: which jobs is settled when it is planned, and what became of
 * each is kept. Any admin-ui may go on with what another one has begun: ids of commands follow from operation and job.
 *
 * <p>Imports {@code own}, {@code read} and {@code rhythm} of its own floor, and {@code act}. Start with {@link dev.penstock.ui.operation.Operations}, then
 * {@link dev.penstock.ui.operation.Execution}.
 */
@NullMarked
package dev.penstock.ui.operation;

import org.jspecify.annotations.NullMarked;
