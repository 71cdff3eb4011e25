/**
 * Floor 1, rules: how things look and are written, without a framework: the style of each status, spans of time, counts,
 * small line drawings.
 *
 * <p>May import {@code dev.penstock.api.job}. Start with {@link dev.penstock.ui.chart.StatusStyle}; the same style table
 * serves HTML, SVG, CSS and the help page.
 */
@NullMarked
package dev.penstock.ui.chart;

import org.jspecify.annotations.NullMarked;
