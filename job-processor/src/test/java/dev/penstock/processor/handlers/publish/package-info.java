/** Tests of the room's part {@code publish}. */
@NullMarked
package dev.penstock.processor.handlers.publish;

import org.jspecify.annotations.NullMarked;
