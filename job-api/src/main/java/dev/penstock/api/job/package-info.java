/**
 * Floor 0, words: the values every message is made of.
 *
 * <p>Imports the JDK only. Start with {@link dev.penstock.api.job.JobSpec} (what a producer asks for), then
 * {@link dev.penstock.api.job.Status} and {@link dev.penstock.api.job.Lease}.
 */
@NullMarked
package dev.penstock.api.job;

import org.jspecify.annotations.NullMarked;
