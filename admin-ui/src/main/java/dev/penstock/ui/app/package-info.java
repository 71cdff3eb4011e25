/**
 * Floor 4: wiring, configuration of libraries, health, metrics. Knows everything below. Start with
 * {@link dev.penstock.ui.app.Wiring}.
 */
@NullMarked
package dev.penstock.ui.app;

import org.jspecify.annotations.NullMarked;
