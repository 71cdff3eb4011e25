package dev.penstock.ui.saved;

/**
 * A filter with a name.
 *
 * @param owner who saved it, {@code user:ana}
 * @param filter in the filter language, as it is printed; empty: all jobs
 * @param shared everybody sees it; else its owner alone
 * @param byDefault the list of jobs of whoever asks opens with it
 */
public record SavedView(long id, String owner, String name, String filter, boolean shared, boolean byDefault) {}
