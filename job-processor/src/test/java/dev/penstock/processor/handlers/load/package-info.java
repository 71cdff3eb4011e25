/** Tests of the room's part {@code load}. */
@NullMarked
package dev.penstock.processor.handlers.load;

import org.jspecify.annotations.NullMarked;
