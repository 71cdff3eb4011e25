/**
 * Part of the room {@code simulate} (floor 3): what is told of a comparison: a table, JSON, and a page with charts.
 *
 * <p>Imports {@code measure}. Read {@link dev.penstock.processor.simulate.report.Comparison} first.
 */
@NullMarked
package dev.penstock.processor.simulate.report;

import org.jspecify.annotations.NullMarked;
