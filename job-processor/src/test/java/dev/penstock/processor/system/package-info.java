/** The processor against a real broker; named after the failure scenarios. Start with {@code Rig}. */
@NullMarked
package dev.penstock.processor.system;

import org.jspecify.annotations.NullMarked;
