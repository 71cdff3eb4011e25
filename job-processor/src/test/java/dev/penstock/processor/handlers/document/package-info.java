/** Tests of the room's part {@code document}. */
@NullMarked
package dev.penstock.processor.handlers.document;

import org.jspecify.annotations.NullMarked;
