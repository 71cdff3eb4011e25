/**
 * Floor 3, adapter: what this program does again and again by itself.
 *
 * <p>Imports nothing of ours. Start with {@link dev.penstock.ui.rhythm.Rhythm}.
 */
@NullMarked
package dev.penstock.ui.rhythm;

import org.jspecify.annotations.NullMarked;
