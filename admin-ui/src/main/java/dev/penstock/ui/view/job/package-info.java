/** Floor 1: what the tabs of a job's page show, ready text and links. Start with {@link dev.penstock.ui.view.job.FamilyView}. */
@NullMarked
package dev.penstock.ui.view.job;

import org.jspecify.annotations.NullMarked;
