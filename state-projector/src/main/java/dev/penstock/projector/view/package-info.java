/**
 * Floor 1, because a job is a fold: what the read side shows, one record for each kind of row.
 *
 * <p>Imports job-api's words and {@link dev.penstock.api.lifecycle.Job}. Start with {@link dev.penstock.projector.view.JobView}.
 */
@NullMarked
package dev.penstock.projector.view;

import org.jspecify.annotations.NullMarked;
