/** Floor 1: how the system was at a moment. Start with {@link dev.penstock.ui.fact.past.PastOverview}. */
@NullMarked
package dev.penstock.ui.fact.past;

import org.jspecify.annotations.NullMarked;
