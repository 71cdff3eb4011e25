/** Tests of the demo's own pages. */
@NullMarked
package dev.penstock.ui.page.demo;

import org.jspecify.annotations.NullMarked;
