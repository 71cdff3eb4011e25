/** Tests of the room's part {@code legacy}. */
@NullMarked
package dev.penstock.processor.handlers.legacy;

import org.jspecify.annotations.NullMarked;
