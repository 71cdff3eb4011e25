/** Tests of the room's part {@code script}. */
@NullMarked
package dev.penstock.processor.handlers.script;

import org.jspecify.annotations.NullMarked;
