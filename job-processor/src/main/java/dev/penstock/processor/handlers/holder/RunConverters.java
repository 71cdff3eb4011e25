package dev.penstock.processor.handlers.holder;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Convert the pictures of a module's items (S4.3, S4.12).
 *
 * @param formats jpg, gif, bmp or png
 * @param widths in pixels, 16 to 2,000
 */
@JobType(
        name = "converters.run",
        queue = "content",
        description = "Converts the pictures of a module's items into other formats and sizes",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record RunConverters(String module, List<String> formats, List<Integer> widths) {}
