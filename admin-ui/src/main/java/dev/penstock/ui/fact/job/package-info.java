/** Floor 0, words: one job in its past. Start with {@link dev.penstock.ui.fact.job.PastJob}. */
@NullMarked
package dev.penstock.ui.fact.job;

import org.jspecify.annotations.NullMarked;
