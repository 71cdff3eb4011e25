/**
 * Floor 3, adapter: the test kit for handlers: run one inline, without Kafka, and see what it did.
 *
 * <p>{@code replay} runs the attempts of a job again that the log has recorded. Imports floors 0 and 1, {@code wire}, {@code payload}, {@code client}, {@code artifact} and {@code worker}. Start with
 * {@link dev.penstock.api.testing.HandlerKit}.
 */
@NullMarked
package dev.penstock.api.testing;

import org.jspecify.annotations.NullMarked;
