package dev.penstock.api.event;

/** A fact about one job; only these change it, through {@code Job.evolve} (law 1). Grouped by what it is about. */
public sealed interface JobEvent extends Event permits Submission, Attempt, Waiting, Control, FamilyEvent, Ending {}
