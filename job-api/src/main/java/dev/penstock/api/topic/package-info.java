/**
 * Floor 3, adapter: the topics, their names and settings, and the headers of their records.
 *
 * <p>Imports floors 0 and kafka-clients. Start with {@link dev.penstock.api.topic.TopicNames}.
 */
@NullMarked
package dev.penstock.api.topic;

import org.jspecify.annotations.NullMarked;
