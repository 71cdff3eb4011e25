/** Floor 0, words: what workers and users did. Start with {@link dev.penstock.ui.fact.tally.TallyFact}. */
@NullMarked
package dev.penstock.ui.fact.tally;

import org.jspecify.annotations.NullMarked;
