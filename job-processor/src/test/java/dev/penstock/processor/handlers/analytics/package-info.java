/** Tests of the room's part {@code analytics}. */
@NullMarked
package dev.penstock.processor.handlers.analytics;

import org.jspecify.annotations.NullMarked;
