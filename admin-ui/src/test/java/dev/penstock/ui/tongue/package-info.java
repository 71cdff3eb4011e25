/** Tests of the languages. */
@NullMarked
package dev.penstock.ui.tongue;

import org.jspecify.annotations.NullMarked;
