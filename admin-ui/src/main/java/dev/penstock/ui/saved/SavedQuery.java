package dev.penstock.ui.saved;

/**
 * A query in SQL with a name.
 *
 * @param owner who saved it, {@code user:ana}
 * @param shared everybody sees it who may ask; else its owner alone
 */
public record SavedQuery(long id, String owner, String name, String sql, boolean shared) {}
