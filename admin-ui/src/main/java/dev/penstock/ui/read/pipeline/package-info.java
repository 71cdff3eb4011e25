/**
 * Floor 3, adapter: how far the read model is, and the dead letters in it. Imports {@code sql} and {@code fact}. Start with
 * {@link dev.penstock.ui.read.pipeline.PipelineQueries}.
 */
@NullMarked
package dev.penstock.ui.read.pipeline;

import org.jspecify.annotations.NullMarked;
