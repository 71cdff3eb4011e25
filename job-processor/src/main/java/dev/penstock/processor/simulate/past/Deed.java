package dev.penstock.processor.simulate.past;

import dev.penstock.api.command.Act;

/**
 * What a person or a service did to a job.
 *
 * @param at microseconds since 1970
 * @param act what
 */
public record Deed(long at, Act act) {}
