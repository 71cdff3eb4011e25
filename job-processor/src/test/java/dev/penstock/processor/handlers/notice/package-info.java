/** Tests of the room's part {@code notice}. */
@NullMarked
package dev.penstock.processor.handlers.notice;

import org.jspecify.annotations.NullMarked;
