/**
 * Floor 1, rules: a job and a command give events, a refusal or an answer.
 *
 * <p>Imports job-api's words and fold, {@code cron} and {@code turn}. No clock, no random, no I/O. Start with
 * {@link dev.penstock.processor.decide.JobDecider}.
 */
@NullMarked
package dev.penstock.processor.decide;

import org.jspecify.annotations.NullMarked;
