/**
 * Floor 3, adapter: the words as JSON records, and back.
 *
 * <p>The only place that knows Jackson. Imports floors 0 and 1. Start with {@link dev.penstock.api.wire.EventCodec}; the
 * form of every message is in {@code docs/schemas/}.
 */
@NullMarked
package dev.penstock.api.wire;

import org.jspecify.annotations.NullMarked;
