/**
 * Floor 3, adapters: {@code ./penstock log what-if}. History runs through the real decider again, in simulated time and under other
 * rules, and what comes out is compared with what happened. Reads the log and writes nothing to Kafka.
 *
 * <p>Imports {@code engine}, {@code gate}, {@code kin} and what is below. {@code record} reads a stretch of the log into {@code past}, {@code change}
 * the wishes, {@code world} runs them, {@code measure} counts both, {@code report} says it. Read
 * {@link dev.penstock.processor.simulate.WhatIf} first.
 */
@NullMarked
package dev.penstock.processor.simulate;

import org.jspecify.annotations.NullMarked;
