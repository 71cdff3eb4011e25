/**
 * Part of the room {@code handlers} (floor 3): what the demo's users do to the items of its catalogue: every job type that
 * a panel for a single user knows (S4.3), with links to what it changed (S4.17, S4.18).
 *
 * <p>Imports {@code dev.penstock.api.client}, {@code material} and the payload records of the handlers' packages. Start with
 * {@link dev.penstock.processor.handlers.load.catalogue.CatalogueWork}.
 */
@NullMarked
package dev.penstock.processor.handlers.load.catalogue;

import org.jspecify.annotations.NullMarked;
