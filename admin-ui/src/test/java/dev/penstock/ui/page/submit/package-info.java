/** Tests of the page of a new job. */
@NullMarked
package dev.penstock.ui.page.submit;

import org.jspecify.annotations.NullMarked;
