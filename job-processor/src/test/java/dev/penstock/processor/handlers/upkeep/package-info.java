/** Tests of the room's part {@code upkeep}. */
@NullMarked
package dev.penstock.processor.handlers.upkeep;

import org.jspecify.annotations.NullMarked;
