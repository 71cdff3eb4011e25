/** Tests of the demo's outside world, and what other tests need to know of it. */
@NullMarked
package dev.penstock.processor.handlers.outside;

import org.jspecify.annotations.NullMarked;
