/** Floor 2: topics, groups and dead letters in words. Start with {@link dev.penstock.ui.present.pipeline.PipelineViews}. */
@NullMarked
package dev.penstock.ui.present.pipeline;

import org.jspecify.annotations.NullMarked;
