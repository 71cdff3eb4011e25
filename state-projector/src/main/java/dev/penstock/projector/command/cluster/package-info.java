/**
 * Part of the room {@code command} (floor 4): where the log is, where the read model is, and with which key acts are signed, as options
 * that commands share.
 *
 * <p>Read {@link dev.penstock.projector.command.cluster.ClusterOptions} first.
 */
@NullMarked
package dev.penstock.projector.command.cluster;

import org.jspecify.annotations.NullMarked;
