/**
 * Floor 1: what the read side knows, as plain records: no entity leaves {@code read}, and no page or API computes what
 * stands here.
 *
 * <p>Imports floors 0 and 1 of job-api only. Start with {@link dev.penstock.ui.fact.JobFact}.
 */
@NullMarked
package dev.penstock.ui.fact;

import org.jspecify.annotations.NullMarked;
