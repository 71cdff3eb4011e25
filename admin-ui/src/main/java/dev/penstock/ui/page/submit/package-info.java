/**
 * Floor 3, adapter: the page of a new job.
 *
 * <p>Imports {@code read} and {@code page.frame} of its own floor. Start with {@link dev.penstock.ui.page.submit.NewJobPage}.
 */
@NullMarked
package dev.penstock.ui.page.submit;

import org.jspecify.annotations.NullMarked;
