/** Floor 1, views: what the pages of failure groups show. Start with {@link dev.penstock.ui.view.failure.FailuresView}. */
@NullMarked
package dev.penstock.ui.view.failure;

import org.jspecify.annotations.NullMarked;
