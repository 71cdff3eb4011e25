/** Floor 1: a batch of jobs. Start with {@link dev.penstock.ui.fact.batch.BatchFact}. */
@NullMarked
package dev.penstock.ui.fact.batch;

import org.jspecify.annotations.NullMarked;
