/**
 * Floor 3, adapter: the files that jobs make (S4.14 to S4.16): uploads from workers that share no folder with this program,
 * downloads, and the sweep that deletes them.
 *
 * <p>The upload's protocol is in {@code dev.penstock.api.artifact}. Imports {@code read}, {@code security}, {@code config}, {@code send}, {@code rhythm} and {@code trouble}. Start
 * with {@link dev.penstock.ui.artifact.ArtifactFolder}.
 */
@NullMarked
package dev.penstock.ui.artifact;

import org.jspecify.annotations.NullMarked;
