/**
 * Floor 4: what other programs of the installation ask of the projector over HTTP, below {@code /internal/}. Nobody is answered who
 * does not sign with the keys file ({@code CallToken}).
 *
 * <p>Imports {@code app} of its own floor, for the settings. Read {@link dev.penstock.projector.inside.SqlResource} first.
 */
@NullMarked
package dev.penstock.projector.inside;

import org.jspecify.annotations.NullMarked;
