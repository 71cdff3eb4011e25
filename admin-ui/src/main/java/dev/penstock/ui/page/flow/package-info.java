/** Floor 3, adapter: the pages of queues, workers and locks, and what their buttons do. Start with {@link dev.penstock.ui.page.flow.QueuesPage}. */
@NullMarked
package dev.penstock.ui.page.flow;

import org.jspecify.annotations.NullMarked;
