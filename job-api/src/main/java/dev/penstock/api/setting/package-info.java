/**
 * Floor 0, words: what can be set for queues, job types, schedules and templates; the values of {@code jobs.settings}.
 *
 * <p>Imports {@code job}. Start with {@link dev.penstock.api.setting.Setting}.
 */
@NullMarked
package dev.penstock.api.setting;

import org.jspecify.annotations.NullMarked;
