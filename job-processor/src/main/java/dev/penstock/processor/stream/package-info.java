/**
 * Floor 3, adapter: the Kafka Streams topology, a thin shell around the engine. Exactly once: a command's outputs, its
 * state and its offset are one transaction.
 *
 * <p>Imports {@code engine}, {@code due} and, of its own floor, {@code ahead}, {@code store},
 * {@code timer} and {@code deadletter}. Start with
 * {@link dev.penstock.processor.stream.Commands} (the topology, one screen), then
 * {@link dev.penstock.processor.stream.DecidingProcessor}.
 */
@NullMarked
package dev.penstock.processor.stream;

import org.jspecify.annotations.NullMarked;
