/**
 * Floor 1, rules: the filter language, one text for page, address bar, API, saved views and bulk acts.
 *
 * <p>Pure: text to {@link dev.penstock.ui.filter.Filter} and back; what it means in SQL is the business of {@code read}.
 * Imports {@code dev.penstock.api.job} and the words for statuses in {@code dev.penstock.api.lifecycle}. Start with {@link dev.penstock.ui.filter.Filter}, then
 * {@link dev.penstock.ui.filter.FilterParser}.
 */
@NullMarked
package dev.penstock.ui.filter;

import org.jspecify.annotations.NullMarked;
