/**
 * Part of the room {@code chaos} (floor 4): the processes of a fault run, which it can kill, freeze and bring back one by one. Imports
 * {@code broker}, {@code postgres}, {@code process}, {@code program}, {@code assembly}.
 *
 * <p>Read {@link dev.penstock.stack.chaos.site.Site} first.
 */
@NullMarked
package dev.penstock.stack.chaos.site;

import org.jspecify.annotations.NullMarked;
