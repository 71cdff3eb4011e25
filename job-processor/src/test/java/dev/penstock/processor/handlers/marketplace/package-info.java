/** Tests of the handlers of {@code marketplace}. */
@NullMarked
package dev.penstock.processor.handlers.marketplace;

import org.jspecify.annotations.NullMarked;
