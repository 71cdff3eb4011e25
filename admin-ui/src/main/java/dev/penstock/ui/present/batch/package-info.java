/** Floor 2: batches in words. Imports {@code present}. Start with {@link dev.penstock.ui.present.batch.BatchViews}. */
@NullMarked
package dev.penstock.ui.present.batch;

import org.jspecify.annotations.NullMarked;
