/**
 * Floor 3, adapter: a filter as SQL. Imports {@code filter}, {@code fact} and {@code cover}. Start with
 * {@link dev.penstock.ui.read.search.JobSearch}.
 */
@NullMarked
package dev.penstock.ui.read.search;

import org.jspecify.annotations.NullMarked;
