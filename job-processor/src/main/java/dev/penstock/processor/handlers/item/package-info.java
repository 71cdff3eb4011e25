/**
 * Part of the room {@code handlers} (floor 3): the demo's catalogue: items in modules, each a card and a holder of files,
 * and the import of items from a file.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file} and Jackson's CSV. Start with
 * {@link dev.penstock.processor.handlers.item.Items}.
 */
@NullMarked
package dev.penstock.processor.handlers.item;

import org.jspecify.annotations.NullMarked;
