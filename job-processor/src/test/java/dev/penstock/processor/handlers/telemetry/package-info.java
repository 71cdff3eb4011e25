/** Tests of the handlers of {@code telemetry}. */
@NullMarked
package dev.penstock.processor.handlers.telemetry;

import org.jspecify.annotations.NullMarked;
