/**
 * Floor 3, adapter: what the pages of one job ask for beside the job itself: its family, its log, its past. Imports {@code sql},
 * {@code stored} and the other questions. Start with {@link dev.penstock.ui.read.job.FamilyQueries}.
 */
@NullMarked
package dev.penstock.ui.read.job;

import org.jspecify.annotations.NullMarked;
