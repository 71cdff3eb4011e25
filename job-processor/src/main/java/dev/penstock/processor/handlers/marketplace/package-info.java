/**
 * Part of the room {@code handlers} (floor 3): pulls sales from a marketplace, page by page.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file} and the JDK's HTTP client. Start with
 * {@link dev.penstock.processor.handlers.marketplace.SyncMarketplaceHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.marketplace;

import org.jspecify.annotations.NullMarked;
