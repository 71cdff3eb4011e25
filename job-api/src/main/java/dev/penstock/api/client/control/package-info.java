/**
 * Floor 3, adapter: every act on jobs, settings, failure groups and workers, by its name.
 *
 * <p>Imports floor 0 and {@code wire}. Start with {@link dev.penstock.api.client.control.JobControl}.
 */
@NullMarked
package dev.penstock.api.client.control;

import org.jspecify.annotations.NullMarked;
