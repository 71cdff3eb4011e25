/** Floor 2: what the page of notifications and alert rules shows. Start with {@link dev.penstock.ui.view.notification.NoticesView}. */
@NullMarked
package dev.penstock.ui.view.notification;

import org.jspecify.annotations.NullMarked;
