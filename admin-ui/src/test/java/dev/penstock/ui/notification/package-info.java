/** Tests of what people are told. */
@NullMarked
package dev.penstock.ui.notification;

import org.jspecify.annotations.NullMarked;
