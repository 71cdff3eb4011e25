/**
 * Floor 3, adapter: contents that belong to a person, sealed with a key of that person's own before they leave the producer, so
 * that deleting the key erases them wherever they lie (failure scenario B15).
 *
 * <p>Imports floor 0, {@code wire}, {@code topic}, {@code mask} and the JDK's own cryptography. Start with
 * {@link dev.penstock.api.seal.Sealing}.
 */
@NullMarked
package dev.penstock.api.seal;

import org.jspecify.annotations.NullMarked;
