/**
 * Floor 1, rules: how a job changes, and what may be asked of it.
 *
 * <p>Here and not in the processor because three programs need the same truth: the processor to decide, the projector
 * to fold, the UI to show or hide a button. Imports floor 0. No clock, no random, no I/O. Start with
 * {@link dev.penstock.api.lifecycle.Evolution}.
 */
@NullMarked
package dev.penstock.api.lifecycle;

import org.jspecify.annotations.NullMarked;
