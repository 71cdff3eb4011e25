/** The pages in a real browser. */
@NullMarked
package dev.penstock.ui.e2e;

import org.jspecify.annotations.NullMarked;
