/**
 * Part of the room {@code launcher} (floor 4): a demo that ends by itself: its load, what the page shows meanwhile, its report.
 *
 * <p>Imports {@code history} and the rooms below. Read {@link dev.penstock.stack.launcher.report.DemoRun} first.
 */
@NullMarked
package dev.penstock.stack.launcher.report;

import org.jspecify.annotations.NullMarked;
