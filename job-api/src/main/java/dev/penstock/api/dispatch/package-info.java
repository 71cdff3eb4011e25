/**
 * Floor 0, words: what passes between processors and workers beside commands and events; all of it is derived and none
 * of it is history.
 *
 * <p>Imports {@code job}. Start with {@link dev.penstock.api.dispatch.WorkOrder}.
 */
@NullMarked
package dev.penstock.api.dispatch;

import org.jspecify.annotations.NullMarked;
