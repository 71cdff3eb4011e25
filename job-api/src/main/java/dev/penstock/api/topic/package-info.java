/**
 * Floor 3, adapter: the topics, their names and settings, the headers of their records, and how a small one is followed.
 *
 * <p>Imports floor 0, {@code wire} and kafka-clients. Start with {@link dev.penstock.api.topic.TopicPlan}, then
 * {@link dev.penstock.api.topic.TopicCheck}.
 */
@NullMarked
package dev.penstock.api.topic;

import org.jspecify.annotations.NullMarked;
