/**
 * Floor 2: what a page shows, as ready text and links. No entity reaches a template; a template only places what stands
 * here.
 *
 * <p>May import {@code chart} and {@code dev.penstock.api.job}. Start with {@link dev.penstock.ui.view.OverviewView} and
 * {@link dev.penstock.ui.view.Shell}, the frame of every page.
 */
@NullMarked
package dev.penstock.ui.view;

import org.jspecify.annotations.NullMarked;
