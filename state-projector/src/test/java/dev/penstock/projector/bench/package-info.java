/**
 * Floor 4 of the tests: how fast the projector is, measured by hand and not asserted. Start with
 * {@link dev.penstock.projector.bench.SinkBench}.
 */
@NullMarked
package dev.penstock.projector.bench;

import org.jspecify.annotations.NullMarked;
