package dev.penstock.processor.decide.fact;

import java.time.Instant;

/**
 * When and where a command is decided: all that the rules know of time and chance.
 *
 * @param now append time of the command (A9)
 * @param number of a lease or timer that this command makes: 0 for a Submit, else 1 + the command's offset (A5)
 * @param dice 0 to 1, from the command's id
 */
public record Moment(Instant now, long number, double dice) {}
