package dev.penstock.processor.simulate.past;

import dev.penstock.api.command.Submit;

/**
 * A job came from outside.
 *
 * @param at microseconds since 1970
 * @param submit what was asked for, without its payload
 */
public record Arrival(long at, Submit submit) {}
