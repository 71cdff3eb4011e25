/** The page of one job: its facts, its way through the statuses, attempts, events and data, in words. */
@NullMarked
package dev.penstock.ui.present.job;

import org.jspecify.annotations.NullMarked;
