package dev.penstock.projector.view;

/** Where a record lies in {@code jobs.events}: every row says which one was folded into it last. */
public record Place(int partition, long offset) {}
