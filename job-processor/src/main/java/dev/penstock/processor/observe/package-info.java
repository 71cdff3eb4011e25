/**
 * Floor 3, adapter: what this process sees of workers and work topics, for the rules of {@code detect}: pulses written and
 * read back, beats, the log's clock, what share groups have left; and the clearing away of what is read.
 *
 * <p>Imports {@code detect}, {@code due} and, of its own floor, {@code timer}. Start with
 * {@link dev.penstock.processor.observe.Observer}.
 */
@NullMarked
package dev.penstock.processor.observe;

import org.jspecify.annotations.NullMarked;
