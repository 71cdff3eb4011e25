/**
 * Floor 1, rules: when a recurring schedule fires, by its cron expression and time zone.
 *
 * <p>Imports the library cron-utils and nothing else. Start with {@link dev.penstock.processor.cron.FireTimes}.
 */
@NullMarked
package dev.penstock.processor.cron;

import org.jspecify.annotations.NullMarked;
