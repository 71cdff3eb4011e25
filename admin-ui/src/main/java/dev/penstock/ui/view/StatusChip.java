package dev.penstock.ui.view;

import dev.penstock.ui.chart.StatusStyle;
import org.jspecify.annotations.Nullable;

/**
 * A status as shown at a job.
 *
 * @param style icon, word and hue
 * @param due when its waiting ends: next attempt or start time; null for other statuses
 * @param errors the job has errors although its status does not say so (S2.9)
 */
public record StatusChip(StatusStyle style, @Nullable Moment due, boolean errors) {}
