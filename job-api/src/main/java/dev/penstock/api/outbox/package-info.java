/**
 * Floor 3, adapter: jobs and databases in one transaction: the outbox of a producer, and its twin for handlers.
 *
 * <p>Imports floor 0, {@code wire}, {@code key}, {@code client}, {@code worker} and {@code java.sql}: no driver, no pool, no
 * framework. Start with {@link dev.penstock.api.outbox.Outbox}, the producer's side.
 */
@NullMarked
package dev.penstock.api.outbox;

import org.jspecify.annotations.NullMarked;
