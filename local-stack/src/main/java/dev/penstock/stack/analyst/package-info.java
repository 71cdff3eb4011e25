/**
 * Floor 3: what the log tells an analyst: read from any cluster, read committed, without a group and without writing anything to
 * Kafka. Unlike {@code history}, which proves our programs wrong, it folds with the published {@code Evolution}.
 *
 * <p>Below it: {@code source} reads the topic, {@code filter} says which events are meant, {@code fold} knows the jobs behind them,
 * {@code picture} is the whole system as of a moment, {@code tell} writes events for people and programs. Imports kafka-clients
 * and the api.
 */
@NullMarked
package dev.penstock.stack.analyst;

import org.jspecify.annotations.NullMarked;
