/** Tests of the room {@code trigger}. */
@NullMarked
package dev.penstock.api.trigger;

import org.jspecify.annotations.NullMarked;
