/** Tests of the programs: what they count and trace. */
@NullMarked
package dev.penstock.processor.program;

import org.jspecify.annotations.NullMarked;
