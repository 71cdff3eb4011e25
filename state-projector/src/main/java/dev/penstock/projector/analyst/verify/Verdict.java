package dev.penstock.projector.analyst.verify;

import dev.penstock.projector.analyst.rows.RowVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param events folded
 * @param jobs of the log that are not deleted and were to be compared
 * @param same jobs that are shown as the log says, as of the event that they were shown as of
 * @param movedOn jobs that were not shown at first, and as of a later event than the last one folded when they were looked at
 *     again: not compared
 * @param differences how many jobs differ
 * @param first the first of them
 * @param postgres what was found of the rows in PostgreSQL; null: they were not compared
 */
public record Verdict(
        long events,
        long jobs,
        long same,
        long movedOn,
        long differences,
        List<Difference> first,
        @Nullable RowVerdict postgres) {
    /**
     * A job that is not shown as the log says.
     *
     * @param job its id
     * @param what each place where they differ, as a sentence
     */
    public record Difference(String job, List<String> what) {}

    /** Whether what is shown follows from the log. */
    public boolean holds() {
        return differences == 0 && (postgres == null || postgres.holds());
    }
}
