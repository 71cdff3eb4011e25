/** Tests of the room's part {@code listener}. */
@NullMarked
package dev.penstock.processor.handlers.listener;

import org.jspecify.annotations.NullMarked;
