/** Tests of the handlers of {@code media}. */
@NullMarked
package dev.penstock.processor.handlers.media;

import org.jspecify.annotations.NullMarked;
