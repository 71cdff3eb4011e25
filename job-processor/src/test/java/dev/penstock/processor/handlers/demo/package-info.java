/** Tests of the room's part {@code demo}. */
@NullMarked
package dev.penstock.processor.handlers.demo;

import org.jspecify.annotations.NullMarked;
