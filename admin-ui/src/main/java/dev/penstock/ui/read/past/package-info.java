/**
 * Floor 3, adapter: jobs as they were at a moment. The row of a job to which nothing has happened since says how it was; the
 * others are folded from their history as far as that moment, by the published {@code evolve}. Imports {@code sql},
 * {@code stored}, {@code search}, {@code cover} and the other questions. Start with {@link dev.penstock.ui.read.past.PastLists}.
 */
@NullMarked
package dev.penstock.ui.read.past;

import org.jspecify.annotations.NullMarked;
