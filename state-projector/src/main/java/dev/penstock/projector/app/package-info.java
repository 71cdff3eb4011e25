/**
 * Floor 4: the projector as a program: configuration, wiring, health and metrics.
 *
 * <p>Imports everything below. Start with {@link dev.penstock.projector.app.ReadSide}, which puts one life of the projector
 * together; {@link dev.penstock.projector.app.ReadSideKeeper} begins another one when something breaks.
 */
@NullMarked
package dev.penstock.projector.app;

import org.jspecify.annotations.NullMarked;
