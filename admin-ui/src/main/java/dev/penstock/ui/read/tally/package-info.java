/**
 * Floor 3, adapter: what workers and users did, and how old locks are. Imports {@code sql} and {@code fact}. Start with
 * {@link dev.penstock.ui.read.tally.TallyQueries}.
 */
@NullMarked
package dev.penstock.ui.read.tally;

import org.jspecify.annotations.NullMarked;
