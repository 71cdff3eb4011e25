/**
 * Floor 3, adapter: the web pages. One class for each page, one short method for each route: parse, ask, make the view,
 * render. The same method answers a browser with the page and htmx with its live region.
 *
 * <p>Imports {@code read}, {@code live}, {@code notification}, {@code operation}, {@code query}, {@code security}, {@code account}, {@code audit}, {@code saved}, {@code send}, {@code cluster}, {@code trouble} and {@code config} of its own floor. Start with
 * {@link dev.penstock.ui.page.OverviewPage}, then {@link dev.penstock.ui.page.frame.Shells}.
 */
@NullMarked
package dev.penstock.ui.page;

import org.jspecify.annotations.NullMarked;
