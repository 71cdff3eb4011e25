package dev.penstock.processor.handlers.records;

import dev.penstock.api.payload.JobType;
import org.jspecify.annotations.Nullable;

/**
 * Export a table of accounts as CSV (S2.2).
 *
 * @param table name of an imported table
 * @param country only accounts of this one; null: all
 */
@JobType(
        name = "records.export",
        description = "Exports a table of accounts as a CSV file",
        policy = @JobType.Policy(backoffFactor = 2))
public record ExportRecords(String table, @Nullable String country) {}
