/** Floor 3, adapter: SQL over the log as JSON. Start with {@link dev.penstock.ui.rest.query.SqlResource}. */
@NullMarked
package dev.penstock.ui.rest.query;

import org.jspecify.annotations.NullMarked;
