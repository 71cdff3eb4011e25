/**
 * Floor 3, adapter: who did what, why, and what was before and after: what the log says of jobs, settings and failure groups, and
 * what was done here, to users, tokens and notifications, or was revealed.
 *
 * <p>Imports {@code own} and {@code read}. Start with {@link dev.penstock.ui.audit.AuditTrail}.
 */
@NullMarked
package dev.penstock.ui.audit;

import org.jspecify.annotations.NullMarked;
