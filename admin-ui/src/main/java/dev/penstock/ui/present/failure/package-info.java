/** Floor 2, flow: failure groups in words. Start with {@link dev.penstock.ui.present.failure.FailureViews}. */
@NullMarked
package dev.penstock.ui.present.failure;

import org.jspecify.annotations.NullMarked;
