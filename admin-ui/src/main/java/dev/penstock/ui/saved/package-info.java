/**
 * Floor 3, adapter: filters of the list of jobs, and queries in SQL, that people have given names, in the schema {@code penstock_ui}.
 *
 * <p>Imports {@code own} and {@code trouble}. Start with {@link dev.penstock.ui.saved.SavedViews}.
 */
@NullMarked
package dev.penstock.ui.saved;

import org.jspecify.annotations.NullMarked;
