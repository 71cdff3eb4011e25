/** Floor 3, adapter: the pipeline and its dead letters as JSON. Start with {@link dev.penstock.ui.rest.pipeline.PipelineResource}. */
@NullMarked
package dev.penstock.ui.rest.pipeline;

import org.jspecify.annotations.NullMarked;
