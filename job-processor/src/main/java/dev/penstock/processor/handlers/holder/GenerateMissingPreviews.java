package dev.penstock.processor.handlers.holder;

import dev.penstock.api.payload.JobType;

/**
 * Make the previews that are missing (S4.3, S4.12).
 *
 * @param width in pixels, 16 to 640
 */
@JobType(
        name = "previews.generate-missing",
        queue = "content",
        description = "Makes a preview for every item that has none",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record GenerateMissingPreviews(int width) {}
