/**
 * Floor 3, adapter: the page of notifications and alert rules.
 *
 * <p>Imports {@code notification} and {@code page.frame} of its own floor. Start with
 * {@link dev.penstock.ui.page.notification.NotificationsPage}.
 */
@NullMarked
package dev.penstock.ui.page.notification;

import org.jspecify.annotations.NullMarked;
