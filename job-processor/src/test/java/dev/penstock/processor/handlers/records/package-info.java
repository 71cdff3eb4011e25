/** Tests of the handlers of {@code records}. */
@NullMarked
package dev.penstock.processor.handlers.records;

import org.jspecify.annotations.NullMarked;
