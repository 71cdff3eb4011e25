package dev.penstock.processor.handlers.studio;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Make printable pages of an item in the print studio (S4.3).
 *
 * @param item its id
 * @param formats of the pages: A3, A4, A5, A6
 */
@JobType(
        name = "studio.generate-outputs",
        queue = "content",
        description = "Makes printable pages of an item in the print studio",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", stoppable = false, resumable = false))
public record GenerateOutputs(String item, List<String> formats) {}
