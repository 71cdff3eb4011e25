/** Floor 3, adapter: who did what, out of the history. Start with {@link dev.penstock.ui.read.audit.ActQueries}. */
@NullMarked
package dev.penstock.ui.read.audit;

import org.jspecify.annotations.NullMarked;
