/**
 * Floor 3, adapter: the state of one partition in Kafka Streams' stores: drafts that become state as a whole, values that a
 * scan can look over without decoding them.
 *
 * <p>Imports {@code engine}, {@code due}, {@code decide}. Start with {@link dev.penstock.processor.store.PartitionState}.
 */
@NullMarked
package dev.penstock.processor.store;

import org.jspecify.annotations.NullMarked;
