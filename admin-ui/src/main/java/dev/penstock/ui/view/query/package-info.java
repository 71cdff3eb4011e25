/** Floor 2: what the page of SQL shows. Start with {@link dev.penstock.ui.view.query.SqlView}. */
@NullMarked
package dev.penstock.ui.view.query;

import org.jspecify.annotations.NullMarked;
