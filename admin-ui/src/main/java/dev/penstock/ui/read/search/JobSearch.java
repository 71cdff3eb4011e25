package dev.penstock.ui.read.search;

import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.JobList.Searched;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.sql.Sql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The statements that find jobs: ids in the list's order, and how many there are. */
public final class JobSearch {
    /** Up to so many log lines, their jobs are found first; above, jobs are asked in the list's order. */
    public static final int FEW_LINES = 20_000;

    /** Counting stops here. */
    public static final int COUNTED = 10_000;

    private final Filter filter;
    private final Instant now;
    private final @Nullable Instant searchedFrom;
    private final boolean loggedOften;
    private final Told told;

    /**
     * A search.
     *
     * @param searchedFrom only jobs created since then are searched; null: all
     * @param loggedOften more log lines than {@link #FEW_LINES} match
     * @param told what it may tell of texts
     */
    JobSearch(Filter filter, Instant now, @Nullable Instant searchedFrom, boolean loggedOften, Told told) {
        this.filter = filter;
        this.now = now;
        this.searchedFrom = searchedFrom;
        this.loggedOften = loggedOften;
        this.told = told;
    }

    /** Creation of the job where a search without an index ends: the 100,000th that matches the rest of the filter. */
    public Sql horizon() {
        Filter rest = JobConditions.indexed(filter);
        Sql conditions = JobConditions.of(rest, now, loggedOften, told);
        return new Sql(
                "SELECT created_at FROM job WHERE true" + conditions.text() + JobConditions.open(rest)
                        + " ORDER BY created_at DESC, id DESC OFFSET " + JobList.SCANNED + " LIMIT 1",
                conditions.parameters());
    }

    /** Ids of the jobs after (older than) a place, newest first; one more than a page shows whether there is another. */
    public Sql older(@Nullable Cursor after, int limit) {
        Sql from = from("id");
        return (after == null ? from : place(from, "<", after))
                .and(" ORDER BY created_at DESC, id DESC LIMIT " + limit);
    }

    /** Ids of the jobs before (newer than) a place, the nearest first; without a place from the oldest on. */
    public Sql newer(@Nullable Cursor before, int limit) {
        Sql from = from("id");
        return (before == null ? from : place(from, ">", before)).and(" ORDER BY created_at, id LIMIT " + limit);
    }

    /** What an act on all that match needs to know of each, the oldest first: id, lifecycle version, lease. */
    public Sql targets(int limit) {
        return from("id, lifecycle, lease").and(" ORDER BY created_at, id LIMIT " + limit);
    }

    /** How many match; exact if counters know it, else counting stops at 10,000 and one. */
    public Sql count() {
        if (JobConditions.counted(filter)) {
            Sql conditions = JobConditions.ofCounters(filter, now);
            return new Sql(
                    "SELECT coalesce(sum(jobs), 0) FROM job_count WHERE true" + conditions.text(),
                    conditions.parameters());
        }
        Sql from = from("1");
        return new Sql(
                "SELECT count(*) FROM (" + from.text() + " LIMIT " + (COUNTED + 1) + ") AS counted", from.parameters());
    }

    /** How many came after the first row was shown; counting stops at {@code limit}. */
    public Sql countNewer(Cursor before, int limit) {
        Sql from = place(from("1"), ">", before);
        return new Sql("SELECT count(*) FROM (" + from.text() + " LIMIT " + limit + ") AS newer", from.parameters());
    }

    /** Creation of the oldest and of the newest of the jobs that are counted, and how many those are. */
    public Sql ends() {
        Sql newest = newest();
        return new Sql(
                "SELECT min(created_at), max(created_at), count(*) FROM (" + newest.text() + ") AS newest",
                newest.parameters());
    }

    /** How many of the same were created in each step, which begin with whole multiples of so many seconds since 1970. */
    public Sql steps(long seconds) {
        Sql newest = newest();
        return new Sql(
                "SELECT CAST(floor(extract(epoch FROM created_at) / " + seconds + ") AS bigint), count(*) FROM ("
                        + newest.text() + ") AS newest GROUP BY 1",
                newest.parameters());
    }

    private Sql newest() {
        return from("created_at").and(" ORDER BY created_at DESC, id DESC LIMIT " + COUNTED);
    }

    /** How far it goes back. */
    public Searched searched() {
        return new Searched(searchedFrom, told.from());
    }

    /** Whether counters know exactly how many match. */
    public static boolean counted(Filter filter) {
        return JobConditions.counted(filter);
    }

    /** Whether something without an index must be looked for where no index narrows the search. */
    public static boolean scans(Filter filter, boolean loggedOften) {
        return JobConditions.scans(filter, loggedOften);
    }

    /** How many log lines that show all they say match the terms about logs; counting stops at {@link #FEW_LINES} and one. Null: nobody asks. */
    static @Nullable Sql logged(Filter filter, String suspicion) {
        return JobConditions.logged(filter, FEW_LINES, suspicion);
    }

    private Sql from(String what) {
        Sql conditions = JobConditions.of(filter, now, loggedOften, told);
        Sql from = new Sql(
                "SELECT " + what + " FROM job WHERE true" + conditions.text() + JobConditions.open(filter),
                conditions.parameters());
        return searchedFrom == null ? from : from.and(" AND created_at >= :searchedFrom", "searchedFrom", searchedFrom);
    }

    private static Sql place(Sql from, String sign, Cursor place) {
        return from.and(" AND (created_at, id) " + sign + " (:placeAt", "placeAt", place.createdAt())
                .and(", :placeId)", "placeId", place.id().value());
    }
}
