package dev.penstock.processor.handlers.studio;

import dev.penstock.api.payload.JobType;

/**
 * Take a file of inputs into an item of the print studio (S4.3).
 *
 * @param item its id
 * @param file name of a file in the studio's inbox, a line {@code field=value} each
 */
@JobType(
        name = "studio.import-inputs",
        queue = "content",
        description = "Takes a file of inputs into an item of the print studio",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record ImportInputs(String item, String file) {}
