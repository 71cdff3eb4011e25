/** Floor 1, rules: what two texts have in common. Pure. Start with {@link dev.penstock.ui.diff.Difference}. */
@NullMarked
package dev.penstock.ui.diff;

import org.jspecify.annotations.NullMarked;
