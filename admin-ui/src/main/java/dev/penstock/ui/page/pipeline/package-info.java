/** Floor 3, adapter: the pages of the pipeline and of its dead letters. Start with {@link dev.penstock.ui.page.pipeline.PipelinePage}. */
@NullMarked
package dev.penstock.ui.page.pipeline;

import org.jspecify.annotations.NullMarked;
