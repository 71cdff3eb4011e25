/**
 * Floor 3, adapter: tells open pages that something has changed. One listener on PostgreSQL's {@code penstock_changed}
 * for the whole process; events carry no data, pages fetch themselves again.
 *
 * <p>Imports {@code read} for the lag, and {@code rhythm}. Start with {@link dev.penstock.ui.live.Changes}.
 */
@NullMarked
package dev.penstock.ui.live;

import org.jspecify.annotations.NullMarked;
