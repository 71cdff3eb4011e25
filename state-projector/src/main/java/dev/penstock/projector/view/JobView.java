package dev.penstock.projector.view;

import dev.penstock.api.lifecycle.Job;

/**
 * A job as the read side knows it.
 *
 * @param job the fold of its events
 * @param trail what the fold forgets
 * @param place the last event folded
 */
public record JobView(Job job, Trail trail, Place place) {}
