/** Tests of the demo's handlers. */
@NullMarked
package dev.penstock.processor.handlers;

import org.jspecify.annotations.NullMarked;
