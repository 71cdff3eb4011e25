/** Tests of the room's part {@code workflow}. */
@NullMarked
package dev.penstock.processor.handlers.workflow;

import org.jspecify.annotations.NullMarked;
