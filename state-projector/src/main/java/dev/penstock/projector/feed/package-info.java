/**
 * Floor 3, adapter: the topics that are loaded as they are: log lines, heartbeats, dead letters. Each has offsets of its
 * own beside its rows, compared and set like those of the events.
 *
 * <p>Imports lower floors, {@code table} and {@code store}. Start with {@link dev.penstock.projector.feed.Feed}.
 */
@NullMarked
package dev.penstock.projector.feed;

import org.jspecify.annotations.NullMarked;
