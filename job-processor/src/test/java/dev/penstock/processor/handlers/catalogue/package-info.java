/** Tests of the handlers that work on the demo's catalogue. */
@NullMarked
package dev.penstock.processor.handlers.catalogue;

import org.jspecify.annotations.NullMarked;
