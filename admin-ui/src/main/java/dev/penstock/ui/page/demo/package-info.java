/**
 * Floor 3, adapter: the demo's own pages, to which links of its jobs lead. They are there only where the demo is.
 *
 * <p>Imports {@code send} of its own floor, and {@code page.frame}. Start with {@link dev.penstock.ui.page.demo.ItemsPage}.
 */
@NullMarked
package dev.penstock.ui.page.demo;

import org.jspecify.annotations.NullMarked;
