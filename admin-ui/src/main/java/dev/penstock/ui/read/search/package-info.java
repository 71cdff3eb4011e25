/**
 * Floor 3, adapter: a filter as SQL. Imports {@code filter} and {@code fact}. Start with
 * {@link dev.penstock.ui.read.search.JobSearch}.
 */
@NullMarked
package dev.penstock.ui.read.search;

import org.jspecify.annotations.NullMarked;
