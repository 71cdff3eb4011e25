/**
 * Floor 3, adapter: the pages of acts on many jobs, and of who did what.
 *
 * <p>Imports {@code operation}, {@code read} and {@code page.frame} of its own floor. Start with
 * {@link dev.penstock.ui.page.operation.OperationsPage}.
 */
@NullMarked
package dev.penstock.ui.page.operation;

import org.jspecify.annotations.NullMarked;
