/**
 * Floor 1, rules: what a command makes of a setting, and when a schedule fires. Each setting has one writer and one order, like a
 * job.
 *
 * <p>Imports job-api's words and fold, {@code cron} and {@code turn}. Start with
 * {@link dev.penstock.processor.decide.setting.SettingDecider}.
 */
@NullMarked
package dev.penstock.processor.decide.setting;

import org.jspecify.annotations.NullMarked;
