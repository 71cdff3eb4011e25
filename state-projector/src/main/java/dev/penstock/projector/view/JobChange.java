package dev.penstock.projector.view;

import org.jspecify.annotations.Nullable;

/**
 * A job before and after a batch of events.
 *
 * @param before null: there was none
 * @param after null: it was deleted
 */
public record JobChange(@Nullable JobView before, @Nullable JobView after) {}
