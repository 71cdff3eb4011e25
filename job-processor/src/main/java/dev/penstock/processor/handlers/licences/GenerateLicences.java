package dev.penstock.processor.handlers.licences;

import dev.penstock.api.payload.JobType;

/**
 * Make licence keys in bulk (S0.19).
 *
 * @param product its code, two to eight capital letters; the keys begin with it
 * @param count 1 to 10,000
 */
@JobType(
        name = "licences.generate",
        description = "Writes a file of licence keys",
        policy = @JobType.Policy(backoffFactor = 2))
public record GenerateLicences(String product, int count) {}
