/** Floor 3, adapter: batches and one batch. Start with {@link dev.penstock.ui.page.batch.BatchesPage}. */
@NullMarked
package dev.penstock.ui.page.batch;

import org.jspecify.annotations.NullMarked;
