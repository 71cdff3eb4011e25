package dev.penstock.ui.fact;

import dev.penstock.api.job.JobId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of jobs, newest first.
 *
 * @param rows at most as many as were asked for
 * @param newer cursor of the page before; null on the first
 * @param older cursor of the page after; null on the last
 * @param matches how many jobs match in all
 * @param searched how far back the search went
 */
public record JobList(
        List<JobFact> rows,
        @Nullable Cursor newer,
        @Nullable Cursor older,
        Matches matches,
        Searched searched) {
    /** What has no index is looked for in about so many jobs at most, if nothing else narrows the search. */
    public static final int SCANNED = 100_000;

    /** For a word in texts, so many of the newest jobs that may have such a text are looked at, if something in it may be covered. */
    public static final int LOOKED_AT = 10_000;

    /** No job at all. */
    public static final JobList NOTHING = new JobList(List.of(), null, null, new Matches(0, false), Searched.ALL);

    /** A number of jobs; {@code orMore}: counting stopped there. */
    public record Matches(long count, boolean orMore) {}

    /**
     * How far back a search went.
     *
     * @param from only jobs created since then were searched, because the filter has a term without an index, such as a text, and
     *     nothing that narrows the search; null: all were
     * @param shownFrom of older jobs only such texts were searched in which nothing can be covered; null: all were
     */
    public record Searched(@Nullable Instant from, @Nullable Instant shownFrom) {
        public static final Searched ALL = new Searched(null, null);
    }

    /** Between two rows: the place of a job in the list. Written {@code 1763779200123456-0ab3.0}. */
    public record Cursor(Instant createdAt, JobId id) {
        @Override
        public String toString() {
            return Cursors.micros(createdAt) + "-" + id;
        }

        public static Cursor of(JobFact job) {
            return new Cursor(job.times().createdAt(), job.id());
        }

        /** Reads the written form; null if it is none. */
        public static @Nullable Cursor parse(String text) {
            int dash = text.indexOf('-');
            if (dash < 1 || !text.substring(0, dash).matches("\\d{1,17}") || !JobId.isValid(text.substring(dash + 1))) {
                return null;
            }
            return new Cursor(Cursors.instant(text.substring(0, dash)), new JobId(text.substring(dash + 1)));
        }
    }
}
