/**
 * Floor 3, adapter: people and programs that may ask, in the schema {@code penstock_ui}: users, their sessions, one-time links,
 * and who changed what of these.
 *
 * <p>Imports {@code own}, {@code audit}, {@code config} and {@code trouble}. Start with {@link dev.penstock.ui.account.Accounts}.
 */
@NullMarked
package dev.penstock.ui.account;

import org.jspecify.annotations.NullMarked;
