/**
 * Floor 1, rules: limits that hold over all workers and processors (B1). One gate for each limit, kept by one partition of
 * {@code jobs.gates}; it counts, holds back and lets pass.
 *
 * <p>Imports job-api's words. Start with {@link dev.penstock.processor.gate.Gate}.
 */
@NullMarked
package dev.penstock.processor.gate;

import org.jspecify.annotations.NullMarked;
