/** Floor 2: answers to questions in SQL as tables and drawings. Imports {@code present}. Start with {@link dev.penstock.ui.present.query.SqlViews}. */
@NullMarked
package dev.penstock.ui.present.query;

import org.jspecify.annotations.NullMarked;
