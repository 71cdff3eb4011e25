/** Floor 2: what the pages of batches show. Start with {@link dev.penstock.ui.view.batch.BatchesView}. */
@NullMarked
package dev.penstock.ui.view.batch;

import org.jspecify.annotations.NullMarked;
