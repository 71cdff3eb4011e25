/** Floor 2: what the pages of users and sign-in show. */
@NullMarked
package dev.penstock.ui.view.account;

import org.jspecify.annotations.NullMarked;
