/**
 * Floor 3, adapter: who may ask, first form: this machine only, no other site's pages, and headers that keep a page to
 * itself.
 *
 * <p>Imports {@code config} and {@code trouble}. Start with {@link dev.penstock.ui.security.HttpGuard}.
 */
@NullMarked
package dev.penstock.ui.security;

import org.jspecify.annotations.NullMarked;
