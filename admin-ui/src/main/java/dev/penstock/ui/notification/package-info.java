/**
 * Floor 3, adapter: who is told what: users of the end of their jobs, administrators of failures and of rules that fire. What is
 * to be told is settled in one transaction with the mark that it was seen; what goes out becomes a job with an id made of the
 * event, so that any number of admin-ui's tell it once.
 *
 * <p>Imports {@code own}, {@code audit}, {@code config} and {@code rhythm} of its own floor, and {@code act}. Start with {@link dev.penstock.ui.notification.NewsDesk}.
 */
@NullMarked
package dev.penstock.ui.notification;

import org.jspecify.annotations.NullMarked;
