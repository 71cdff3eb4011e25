/** Floor 2: what stands above and in the list of jobs. Start with {@link dev.penstock.ui.present.list.Histograms}. */
@NullMarked
package dev.penstock.ui.present.list;

import org.jspecify.annotations.NullMarked;
