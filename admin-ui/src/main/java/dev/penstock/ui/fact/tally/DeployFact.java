package dev.penstock.ui.fact.tally;

import java.time.Instant;

/**
 * A version of workers that had not been seen before.
 *
 * @param at when the first worker of that version started
 */
public record DeployFact(String version, Instant at) {}
