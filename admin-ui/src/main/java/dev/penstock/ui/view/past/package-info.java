/** Floor 2: what pages show of the past. Start with {@link dev.penstock.ui.view.past.AsOfView}. */
@NullMarked
package dev.penstock.ui.view.past;

import org.jspecify.annotations.NullMarked;
