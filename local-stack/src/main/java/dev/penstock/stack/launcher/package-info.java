/**
 * Floor 4: the commands that a person types after {@code ./penstock}. Imports everything below; of its own floor {@code history},
 * {@code bench} and {@code chaos}. The commands that run one program are in {@code alone}, those that only look in {@code look}; those for
 * analysts are the projector's.
 *
 * <p>Read {@link dev.penstock.stack.launcher.Main} first, then {@link dev.penstock.stack.launcher.DemoCommand}.
 */
@NullMarked
package dev.penstock.stack.launcher;

import org.jspecify.annotations.NullMarked;
