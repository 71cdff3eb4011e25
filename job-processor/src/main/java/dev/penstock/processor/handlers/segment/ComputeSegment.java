package dev.penstock.processor.handlers.segment;

import dev.penstock.api.payload.JobType;

/**
 * Decide anew who belongs to one segment (S1.3, S1.27).
 *
 * @param segment its name, see {@link Segments}
 */
@JobType(
        name = "segment.compute",
        queue = "segmentation",
        description = "Decides anew which accounts belong to a segment",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", resumable = false))
public record ComputeSegment(String segment) {}
