/** Floor 3, adapter: batches as JSON. Start with {@link dev.penstock.ui.rest.batch.BatchesResource}. */
@NullMarked
package dev.penstock.ui.rest.batch;

import org.jspecify.annotations.NullMarked;
