/**
 * Floor 3, adapter: wrappers around each attempt, ready to use.
 *
 * <p>Imports {@code worker}. Whoever writes one of their own starts with
 * {@link dev.penstock.api.worker.around.LoggingContext}, the shortest.
 */
@NullMarked
package dev.penstock.api.worker.around;

import org.jspecify.annotations.NullMarked;
