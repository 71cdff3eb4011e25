/**
 * Floor 3, adapter: failure groups in the read model. Imports {@code sql} and {@code fact}. Start with
 * {@link dev.penstock.ui.read.failure.FailureQueries}.
 */
@NullMarked
package dev.penstock.ui.read.failure;

import org.jspecify.annotations.NullMarked;
