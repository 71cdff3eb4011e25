/**
 * Floor 3, adapter: PostgreSQL, the read model's home. The only room that knows JDBC.
 *
 * <p>Imports floors 0 and 1. The tables and what they mean are in {@code db/read/V1__read_model.sql}.
 */
@NullMarked
package dev.penstock.projector.store;

import org.jspecify.annotations.NullMarked;
