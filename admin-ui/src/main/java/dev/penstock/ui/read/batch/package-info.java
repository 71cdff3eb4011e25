/** Floor 3, adapter: jobs that carry the same BatchID. Imports {@code sql}. Start with {@link dev.penstock.ui.read.batch.BatchQueries}. */
@NullMarked
package dev.penstock.ui.read.batch;

import org.jspecify.annotations.NullMarked;
