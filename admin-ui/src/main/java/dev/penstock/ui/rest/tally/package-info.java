/** Floor 3, adapter: statistics by worker and user, of locks, and as CSV. Start with {@link dev.penstock.ui.rest.tally.TalliesResource}. */
@NullMarked
package dev.penstock.ui.rest.tally;

import org.jspecify.annotations.NullMarked;
