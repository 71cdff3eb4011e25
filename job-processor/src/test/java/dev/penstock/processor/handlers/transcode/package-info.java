/** Tests of the room's part {@code transcode}. */
@NullMarked
package dev.penstock.processor.handlers.transcode;

import org.jspecify.annotations.NullMarked;
