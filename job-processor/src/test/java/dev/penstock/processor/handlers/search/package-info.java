/** Tests of the room's part {@code search}. */
@NullMarked
package dev.penstock.processor.handlers.search;

import org.jspecify.annotations.NullMarked;
