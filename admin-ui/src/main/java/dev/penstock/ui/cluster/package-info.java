/**
 * Floor 3, adapter: what Kafka says about its topics and groups, asked by the page of the pipeline. Imports {@code config}. Start
 * with {@link dev.penstock.ui.cluster.Cluster}.
 */
@NullMarked
package dev.penstock.ui.cluster;

import org.jspecify.annotations.NullMarked;
