/** Tests of the room's part {@code segment}. */
@NullMarked
package dev.penstock.processor.handlers.segment;

import org.jspecify.annotations.NullMarked;
