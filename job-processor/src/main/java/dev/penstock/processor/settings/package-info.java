/**
 * Floor 3, adapter: all settings, followed from {@code jobs.settings} by a plain consumer, and the topics of the queues
 * among them.
 *
 * <p>Imports {@code engine}. Start with {@link dev.penstock.processor.settings.SettingsFollower}.
 */
@NullMarked
package dev.penstock.processor.settings;

import org.jspecify.annotations.NullMarked;
