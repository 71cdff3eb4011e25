/** Floor 4, app (tests): the SDK against a real broker and a real processor. Start with {@code QuickstartTest}. */
@NullMarked
package dev.penstock.processor.sdk;

import org.jspecify.annotations.NullMarked;
