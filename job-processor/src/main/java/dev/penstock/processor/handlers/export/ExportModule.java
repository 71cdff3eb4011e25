package dev.penstock.processor.handlers.export;

import dev.penstock.api.payload.JobType;

/** Export the items of a module with what their files hold (S4.3, S4.12). */
@JobType(
        name = "module.export",
        queue = "analytics",
        description = "Exports the items of a module as a table, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record ExportModule(String module, Format format) {}
