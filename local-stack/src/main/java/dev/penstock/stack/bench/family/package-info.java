/**
 * Part of the room {@code bench} (floor 4): a big family, and what it leaves to others.
 *
 * <p>Imports what {@code bench} may. Start with {@link dev.penstock.stack.bench.family.FamilyBench}.
 */
@NullMarked
package dev.penstock.stack.bench.family;

import org.jspecify.annotations.NullMarked;
