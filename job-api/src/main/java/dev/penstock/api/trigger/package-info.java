/**
 * Floor 3, adapter: triggers: how something that happened elsewhere, a record of a foreign topic or an HTTP event, becomes a
 * job (S1.2, S2.2). Only the mapping is here, the same for both; who receives the event brings its own door.
 *
 * <p>Imports floor 0, {@code client}, {@code wire} and Jackson. Start with {@link dev.penstock.api.trigger.TriggerMapping}.
 */
@NullMarked
package dev.penstock.api.trigger;

import org.jspecify.annotations.NullMarked;
