/**
 * Floor 3, adapter: the read model in PostgreSQL, in transactions and with patience.
 *
 * <p>Imports lower floors and {@code table}. Start with {@link dev.penstock.projector.store.PostgresReadModel}.
 */
@NullMarked
package dev.penstock.projector.store;

import org.jspecify.annotations.NullMarked;
