/** Floor 0, words: topics, groups, dead letters, builds. Start with {@link dev.penstock.ui.fact.pipeline.ClusterFact}. */
@NullMarked
package dev.penstock.ui.fact.pipeline;

import org.jspecify.annotations.NullMarked;
