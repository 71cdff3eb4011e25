/** Floor 3, adapter: notifications and alert rules, for programs. Start with {@link dev.penstock.ui.rest.notification.NotificationsResource}. */
@NullMarked
package dev.penstock.ui.rest.notification;

import org.jspecify.annotations.NullMarked;
