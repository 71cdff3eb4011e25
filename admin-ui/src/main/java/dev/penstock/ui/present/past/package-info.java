/** Floor 2: pages of the past. Imports {@code present}. Start with {@link dev.penstock.ui.present.past.Banners}. */
@NullMarked
package dev.penstock.ui.present.past;

import org.jspecify.annotations.NullMarked;
