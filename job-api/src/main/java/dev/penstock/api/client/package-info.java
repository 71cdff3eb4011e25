/**
 * Floor 3, adapter: submitting jobs, waiting for their ends, and acting on them.
 *
 * <p>Imports floor 0, {@code wire}, {@code topic}, {@code key}, {@code payload}, {@code seal} and kafka-clients. Start with
 * {@link dev.penstock.api.client.JobClient}.
 */
@NullMarked
package dev.penstock.api.client;

import org.jspecify.annotations.NullMarked;
