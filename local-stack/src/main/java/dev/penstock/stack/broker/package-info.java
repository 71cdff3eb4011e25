/**
 * Floor 3: a real Kafka broker (KRaft, from the Maven artefacts) as one or three child processes. Imports {@code process} and
 * kafka-clients; only {@code BrokerMain}, which runs in the child, imports the broker itself.
 *
 * <p>Read {@link dev.penstock.stack.broker.LocalBroker} first, then {@link dev.penstock.stack.broker.BrokerSettings}.
 */
@NullMarked
package dev.penstock.stack.broker;

import org.jspecify.annotations.NullMarked;
