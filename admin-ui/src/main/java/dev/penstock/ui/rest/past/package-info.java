/** Floor 3, adapter: how the whole system was at a moment, as JSON. Start with {@link dev.penstock.ui.rest.past.OverviewResource}. */
@NullMarked
package dev.penstock.ui.rest.past;

import org.jspecify.annotations.NullMarked;
