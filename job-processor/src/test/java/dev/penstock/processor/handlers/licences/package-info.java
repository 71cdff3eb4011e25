/** Tests of the handlers of {@code licences}. */
@NullMarked
package dev.penstock.processor.handlers.licences;

import org.jspecify.annotations.NullMarked;
