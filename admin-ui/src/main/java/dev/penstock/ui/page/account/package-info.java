/**
 * Floor 3, adapter: the pages before and about who somebody is: signing in, the first administrator, passwords, users. Start with
 * {@link dev.penstock.ui.page.account.SignInPage}.
 */
@NullMarked
package dev.penstock.ui.page.account;

import org.jspecify.annotations.NullMarked;
