/**
 * What all pages share: the frame around them, what a browser asked for and keeps, where acts lead back to. Start with
 * {@link dev.penstock.ui.page.frame.Shells}.
 */
@NullMarked
package dev.penstock.ui.page.frame;

import org.jspecify.annotations.NullMarked;
