/** Floor 3, adapter: minutes into steps, sketches into quantiles. Start with {@link dev.penstock.ui.read.series.Series}. */
@NullMarked
package dev.penstock.ui.read.series;

import org.jspecify.annotations.NullMarked;
