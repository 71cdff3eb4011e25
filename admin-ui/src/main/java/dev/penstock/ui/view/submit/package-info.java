/** Floor 2: what the page of a new job shows. Start with {@link dev.penstock.ui.view.submit.NewJobView}. */
@NullMarked
package dev.penstock.ui.view.submit;

import org.jspecify.annotations.NullMarked;
