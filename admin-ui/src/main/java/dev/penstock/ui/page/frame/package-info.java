/**
 * What all pages share: the frame around them, what a browser asked for and keeps, where acts lead back to. Start with
 * * {@link dev.penstock.ui.page.frame.Shells}. Imports {@code read}, {@code live}, {@code security} and {@code config} of its own floor.
 */
@NullMarked
package dev.penstock.ui.page.frame;

import org.jspecify.annotations.NullMarked;
