/** Tests of the pages of operations. */
@NullMarked
package dev.penstock.ui.page.operation;

import org.jspecify.annotations.NullMarked;
