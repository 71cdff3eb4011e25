/** Floor 3, adapter: users and tokens as JSON. Start with {@link dev.penstock.ui.rest.account.AccountsResource}. */
@NullMarked
package dev.penstock.ui.rest.account;

import org.jspecify.annotations.NullMarked;
