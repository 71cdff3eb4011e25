/**
 * Part of the room {@code handlers} (floor 3): the job that does nothing, for benchmarks. Imports
 * {@code dev.penstock.api.worker}.
 */
@NullMarked
package dev.penstock.processor.handlers.bench;

import org.jspecify.annotations.NullMarked;
