/**
 * Floor 3, adapter: covers what is secret before a fact leaves {@code read}, so that no page, call or file can forget it. Start
 * with {@link dev.penstock.ui.read.cover.Covers}.
 */
@NullMarked
package dev.penstock.ui.read.cover;

import org.jspecify.annotations.NullMarked;
