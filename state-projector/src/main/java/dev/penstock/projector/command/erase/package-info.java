/**
 * {@code ./penstock erase}: deletes the keys of a data subject. Not below {@code log}, whose commands only read.
 *
 * <p>Start with {@link dev.penstock.projector.command.erase.EraseCommand}.
 */
@NullMarked
package dev.penstock.projector.command.erase;

import org.jspecify.annotations.NullMarked;
