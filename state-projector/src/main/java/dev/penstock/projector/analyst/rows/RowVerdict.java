package dev.penstock.projector.analyst.rows;

import java.util.List;

/**
 * What a comparison of the rows in PostgreSQL found.
 *
 * @param asOf the offsets that the rows are as of, all of them
 * @param behind events that the log had when the check began, and that the rows still lack after all patience
 * @param wentOn jobs compared of which the log has events after {@code asOf}; they are compared as of there
 * @param tables one after the other
 * @param first the first rows that differ
 */
public record RowVerdict(String asOf, long behind, long wentOn, List<Table> tables, List<Difference> first) {
    /**
     * One table.
     *
     * @param name of the table
     * @param rows compared
     * @param same as the log says
     * @param differing that the log tells otherwise
     * @param missing that follow from the log and are not there
     * @param extra that are there and do not follow from the log
     */
    public record Table(String name, long rows, long same, long differing, long missing, long extra) {
        /** Rows that are not as the log says. */
        public long wrong() {
            return differing + missing + extra;
        }
    }

    /**
     * A row that is not as the log says.
     *
     * @param row its table and key
     * @param what each place where it differs, as a sentence
     */
    public record Difference(String row, List<String> what) {}

    /** Rows that are not as the log says. */
    public long differences() {
        return tables.stream().mapToLong(Table::wrong).sum();
    }

    /** Whether the rows follow from the log, and from all of it. */
    public boolean holds() {
        return differences() == 0 && behind == 0;
    }
}
