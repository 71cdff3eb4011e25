/**
 * Floor 3, adapter: the schema {@code penstock_ui}, which this program owns and alone changes: what people and programs are to
 * it, not what became of jobs (that is {@code penstock_read}, which can be made anew from the log at any time; this cannot).
 *
 * <p>Imports {@code trouble}. Start with {@link dev.penstock.ui.own.OwnDatabase}; the tables are in {@code db/ui}: what was released is never
 * changed there, a change is the next file.
 */
@NullMarked
package dev.penstock.ui.own;

import org.jspecify.annotations.NullMarked;
