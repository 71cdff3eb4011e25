/** Tests of the handlers of {@code mail}. */
@NullMarked
package dev.penstock.processor.handlers.mail;

import org.jspecify.annotations.NullMarked;
