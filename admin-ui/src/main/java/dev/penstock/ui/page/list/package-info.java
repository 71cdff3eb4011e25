/** Floor 3, adapter: the list of jobs, what is suggested while its filter is typed, its views and its columns. Start with {@link dev.penstock.ui.page.list.JobsPage}. */
@NullMarked
package dev.penstock.ui.page.list;

import org.jspecify.annotations.NullMarked;
