/** Tests of the handlers of {@code webhook}. */
@NullMarked
package dev.penstock.processor.handlers.webhook;

import org.jspecify.annotations.NullMarked;
