package dev.penstock.processor.handlers.holder;

import dev.penstock.api.payload.JobType;

/**
 * Take files out of the holders that belong to no item (S4.3, S4.12).
 *
 * @param onlyLook says what would go, and leaves it
 */
@JobType(
        name = "media-holders.clean",
        queue = "content",
        description = "Takes files out of the media holders that belong to no item",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record CleanMediaHolders(boolean onlyLook) {}
