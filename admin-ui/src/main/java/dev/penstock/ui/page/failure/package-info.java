/** Floor 3, adapter: the pages of failure groups. Start with {@link dev.penstock.ui.page.failure.FailuresPage}. */
@NullMarked
package dev.penstock.ui.page.failure;

import org.jspecify.annotations.NullMarked;
