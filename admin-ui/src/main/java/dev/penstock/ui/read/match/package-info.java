/**
 * Floor 3, adapter: what is known about the jobs that match a filter, beside their list: when they came, and what else one may ask.
 * Imports {@code search} and {@code sql}. Start with {@link dev.penstock.ui.read.match.HistogramQueries}.
 */
@NullMarked
package dev.penstock.ui.read.match;

import org.jspecify.annotations.NullMarked;
