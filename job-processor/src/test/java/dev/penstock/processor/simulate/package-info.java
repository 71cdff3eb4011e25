/** What-if: against queueing theory, exact counting, and a log that was recorded from a real run. */
@NullMarked
package dev.penstock.processor.simulate;

import org.jspecify.annotations.NullMarked;
