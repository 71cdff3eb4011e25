/**
 * Floor 3, adapter: who may ask: no other site's pages, only those who have signed in or bring a token, and of them those whom
 * {@code right} lets; and headers that keep a page to itself.
 *
 * <p>Imports {@code account}, {@code own}, {@code config} and {@code trouble}. A request passes
 * {@link dev.penstock.ui.security.HttpGuard}, then {@link dev.penstock.ui.security.Gate}; forms pass
 * {@link dev.penstock.ui.security.CsrfFilter}.
 */
@NullMarked
package dev.penstock.ui.security;

import org.jspecify.annotations.NullMarked;
