/** Tests of the page of notifications. */
@NullMarked
package dev.penstock.ui.page.notification;

import org.jspecify.annotations.NullMarked;
