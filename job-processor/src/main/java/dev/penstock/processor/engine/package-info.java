/**
 * Floor 2, flow: one command from its record to everything that follows from it: load, decide, evolve, save, emit.
 *
 * <p>Knows no Kafka; what it needs of the world are the ports in {@link dev.penstock.processor.engine.Ports}. Imports
 * {@code decide}, {@code turn} and job-api's words and fold. Start with {@link dev.penstock.processor.engine.Engine}.
 */
@NullMarked
package dev.penstock.processor.engine;

import org.jspecify.annotations.NullMarked;
