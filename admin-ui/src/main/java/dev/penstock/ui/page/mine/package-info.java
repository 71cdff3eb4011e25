/** Floor 3, adapter: the panel of one user (S4.1). Start with {@link dev.penstock.ui.page.mine.MinePage}. */
@NullMarked
package dev.penstock.ui.page.mine;

import org.jspecify.annotations.NullMarked;
