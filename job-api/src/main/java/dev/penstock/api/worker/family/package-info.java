/**
 * Floor 3, adapter: a running job and its children: creating them, and learning how they ended.
 *
 * <p>Imports floor 0, {@code wire}, {@code client} (what is to be made) and {@code link}. Start with
 * {@link dev.penstock.api.worker.family.Spawning}, the way of a child from the handler to the log;
 * {@link dev.penstock.api.worker.family.Children} is the way back.
 */
@NullMarked
package dev.penstock.api.worker.family;

import org.jspecify.annotations.NullMarked;
