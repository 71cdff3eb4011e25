/** Floor 3, adapter: failure groups as JSON. Start with {@link dev.penstock.ui.rest.failure.FailuresResource}. */
@NullMarked
package dev.penstock.ui.rest.failure;

import org.jspecify.annotations.NullMarked;
