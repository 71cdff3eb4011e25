/** Tests of the filter language. */
@NullMarked
package dev.penstock.ui.filter;

import org.jspecify.annotations.NullMarked;
