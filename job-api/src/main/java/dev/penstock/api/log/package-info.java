/**
 * Floor 3, adapter: what a process of Penstock warns of goes to {@code jobs.logs}, beside its jobs' lines (S0.24).
 *
 * <p>Imports {@code dispatch}, {@code topic}, {@code wire} and {@code java.util.logging}. Start with
 * {@link dev.penstock.api.log.ProcessLog}.
 */
@NullMarked
package dev.penstock.api.log;

import org.jspecify.annotations.NullMarked;
