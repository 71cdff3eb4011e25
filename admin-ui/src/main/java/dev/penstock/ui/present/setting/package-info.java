/** Settings: forms as they are shown, and what people typed into them. Start with {@link dev.penstock.ui.present.setting.TypeForms}. */
@NullMarked
package dev.penstock.ui.present.setting;

import org.jspecify.annotations.NullMarked;
