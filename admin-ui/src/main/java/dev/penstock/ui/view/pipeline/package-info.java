/** Floor 1: what the page of the pipeline shows, ready text and links. Start with {@link dev.penstock.ui.view.pipeline.PipelineView}. */
@NullMarked
package dev.penstock.ui.view.pipeline;

import org.jspecify.annotations.NullMarked;
