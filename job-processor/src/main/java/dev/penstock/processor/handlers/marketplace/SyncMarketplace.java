package dev.penstock.processor.handlers.marketplace;

import dev.penstock.api.payload.JobType;

/**
 * Pull an account's sales (S0.3, S0.19).
 *
 * @param account whose secret the worker knows
 */
@JobType(
        name = "marketplace.sync",
        description = "Pulls the sales of a marketplace account, page by page",
        policy = @JobType.Policy(backoffFactor = 2, longestBackoff = "10m"))
public record SyncMarketplace(String account) {}
