package dev.penstock.processor.handlers.upkeep;

import dev.penstock.api.payload.JobType;

/** Write down anew which thumbnails belong to which picture (S2.25). It takes no orders: its payload is empty. */
@JobType(
        name = "system.update-relations",
        queue = "system",
        description = "Writes down anew which thumbnails belong to which picture",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false, system = true))
public record UpdateRelations() {}
