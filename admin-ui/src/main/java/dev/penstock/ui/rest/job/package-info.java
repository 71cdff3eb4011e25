/** Floor 3, adapter: the tabs of a job's page as JSON. Start with {@link dev.penstock.ui.rest.job.JobPartsResource}. */
@NullMarked
package dev.penstock.ui.rest.job;

import org.jspecify.annotations.NullMarked;
