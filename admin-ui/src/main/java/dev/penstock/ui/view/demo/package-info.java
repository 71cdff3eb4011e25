/**
 * Part of the room {@code view} (floor 0): what the demo's own pages of items show.
 *
 * <p>Imports {@code view}. Start with {@link dev.penstock.ui.view.demo.ItemsView}.
 */
@NullMarked
package dev.penstock.ui.view.demo;

import org.jspecify.annotations.NullMarked;
