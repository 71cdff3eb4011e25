/**
 * Floor 3, adapter: what this program is told from outside, and what of it may be shown.
 *
 * <p>Imports {@code fact}. Start with {@link dev.penstock.ui.config.PenstockConfig}.
 */
@NullMarked
package dev.penstock.ui.config;

import org.jspecify.annotations.NullMarked;
