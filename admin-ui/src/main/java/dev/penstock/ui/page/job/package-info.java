/**
 * Floor 3, adapter: the tabs of a job's page: its log, its data, its family, its history. Start with
 * {@link dev.penstock.ui.page.job.JobTabs}.
 */
@NullMarked
package dev.penstock.ui.page.job;

import org.jspecify.annotations.NullMarked;
