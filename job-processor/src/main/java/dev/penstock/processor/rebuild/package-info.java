/**
 * Floor 3, adapter: the processors' stores made again from {@code jobs.events} (A11): the proof that nothing but the log is needed,
 * and the way back when change logs or committed offsets are lost.
 *
 * <p>Imports {@code engine}, {@code store}, {@code decide}, {@code kin} and kafka-clients. Start with
 * {@link dev.penstock.processor.rebuild.Rebuild}.
 */
@NullMarked
package dev.penstock.processor.rebuild;

import org.jspecify.annotations.NullMarked;
