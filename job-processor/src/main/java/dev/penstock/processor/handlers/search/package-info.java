/**
 * Part of the room {@code handlers} (floor 3): a full-text index of the demo's library, with Lucene: one document at a time
 * ({@code search.index}), or all of them anew ({@code search.reindex}).
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.search.SearchIndex}.
 */
@NullMarked
package dev.penstock.processor.handlers.search;

import org.jspecify.annotations.NullMarked;
