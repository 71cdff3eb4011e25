/** Floor 3, adapter: SQL over the log. Start with {@link dev.penstock.ui.page.query.SqlPage}. */
@NullMarked
package dev.penstock.ui.page.query;

import org.jspecify.annotations.NullMarked;
