/**
 * Floor 2, flow: what has been read and is not yet written. Skip what is in already, look up, fold, write, tell: in this
 * order, exactly once.
 *
 * <p>Imports {@code view} and {@code project}. Start with {@link dev.penstock.projector.sink.Sink}; the port to the
 * database is {@link dev.penstock.projector.sink.ReadModel}.
 */
@NullMarked
package dev.penstock.projector.sink;

import org.jspecify.annotations.NullMarked;
