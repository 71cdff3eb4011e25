package dev.penstock.processor.handlers.records;

import dev.penstock.api.payload.JobType;

/**
 * Import a CSV file of accounts (S2.2).
 *
 * @param file name of a file in the inbox
 * @param table what the rows become; an import replaces the table when it is whole
 */
@JobType(
        name = "records.import",
        description = "Imports a CSV file of accounts into a table",
        policy = @JobType.Policy(backoffFactor = 2))
public record ImportRecords(String file, String table) {}
