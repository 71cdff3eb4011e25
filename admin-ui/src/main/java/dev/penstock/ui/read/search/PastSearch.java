package dev.penstock.ui.read.search;

import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.read.sql.Sql;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements that find jobs as they were at a moment.
 *
 * <p>A job to which nothing has happened since is as its row says. Of one that has changed, the row says what never changes
 * (type, queue, who, family, creation), and whether it is worth folding: at its end by then, it stands where it stood.
 */
public final class PastSearch {
    /** With a term that only the fold can answer, so many jobs are looked at for one page. */
    public static final int SCANNED = PastList.LOOKED_AT;

    /** What an event may change. The other keys are of the submission. */
    private static final Set<Key> MOVING =
            EnumSet.of(Key.STATUS, Key.STARTED, Key.FINISHED, Key.ERROR, Key.ATTEMPT, Key.PRIORITY, Key.TEXT);

    /** What stands in texts, of which some is covered. */
    private static final Set<Key> TEXTS = EnumSet.of(Key.ERROR, Key.TEXT);

    /** What neither the row nor the history tells of a moment. */
    private static final Set<Key> UNKNOWN = EnumSet.of(Key.LOG, Key.FAILURE);

    private final Filter filter;
    private final Instant asOf;

    /** A search for jobs as of a moment, from which relative times of the filter count too. */
    public PastSearch(Filter filter, Instant asOf) {
        this.filter = filter;
        this.asOf = asOf;
    }

    public Instant asOf() {
        return asOf;
    }

    /** The first key of the filter that cannot be answered of the past. */
    public static Optional<Key> unknown(Filter filter) {
        return filter.terms().stream()
                .map(Filter.Term::key)
                .filter(UNKNOWN::contains)
                .findFirst();
    }

    /** The terms that a job which has changed since must be folded for. */
    public Filter moving() {
        return only(true);
    }

    /** Whether a term asks what a text says: candidates say it, covered or not, and must be looked at as they are shown. */
    public static boolean isText(Filter.Term term) {
        return TEXTS.contains(term.key());
    }

    /** Whether a page looks at {@link #SCANNED} jobs at most; else an index finds what may match, or everything does. */
    public boolean scans() {
        return !moving().terms().isEmpty() && !onlyOpen();
    }

    /** Where the search for a page ends: the job that is {@link #SCANNED} behind the place, in the list's order. */
    public Sql horizon(@Nullable Cursor place, boolean older) {
        return placed(
                        from(JobConditions.of(only(false), asOf, false, Told.everything()), "created_at, id"),
                        place,
                        older)
                .and(order(older) + " OFFSET " + SCANNED + " LIMIT 1");
    }

    /**
     * Creation, id, events (all there are by now) and whether it has changed since, of jobs that match or may match.
     *
     * @param place they come after it; null: from the list's beginning
     * @param older newest first, else oldest first
     * @param horizon not further than this; null: to the end
     */
    public Sql candidates(@Nullable Cursor place, boolean older, @Nullable Cursor horizon, int limit) {
        Sql from = from(
                JobConditions.past(only(false), candidates(), asOf),
                "created_at, id, version, CASE WHEN changed_at > :asOf THEN 1 ELSE 0 END AS changed");
        Sql bounded = horizon == null
                ? from
                : from.and(" AND (created_at, id) " + (older ? ">=" : "<=") + " (:endAt", "endAt", horizon.createdAt())
                        .and(", :endId)", "endId", horizon.id().value());
        Sql placed = placed(bounded, place, older);
        // What was open is few among all: found first and put in order then. In the list's order every job might be
        // looked at.
        Sql found = onlyOpen()
                ? new Sql("SELECT * FROM (" + placed.text() + " OFFSET 0) AS found", placed.parameters())
                : placed;
        return found.and(order(older) + " LIMIT " + limit);
    }

    /** How many match, if nothing must be folded to know; counting stops at 10,000 and one. */
    public Sql count() {
        Sql from = from(JobConditions.of(filter, asOf, false, Told.everything()), "1");
        return new Sql(
                "SELECT count(*) FROM (" + from.text() + " LIMIT " + (JobSearch.COUNTED + 1) + ") AS counted",
                from.parameters());
    }

    private Sql from(Sql conditions, String what) {
        return new Sql("SELECT " + what + " FROM job WHERE true" + conditions.text(), conditions.parameters())
                .and(" AND created_at <= :asOf", "asOf", asOf)
                .and(!onlyOpen() ? "" : " AND (ended_at IS NULL OR ended_at > :asOf)");
    }

    private static Sql placed(Sql from, @Nullable Cursor place, boolean older) {
        return place == null
                ? from
                : from.and(" AND (created_at, id) " + (older ? "<" : ">") + " (:placeAt", "placeAt", place.createdAt())
                        .and(", :placeId)", "placeId", place.id().value());
    }

    private static String order(boolean older) {
        return older ? " ORDER BY created_at DESC, id DESC" : " ORDER BY created_at, id";
    }

    private boolean onlyOpen() {
        return !JobConditions.open(filter).isEmpty();
    }

    /** Who does not say it as it is shown may say it all the same. */
    private Filter candidates() {
        return new Filter(moving().terms().stream()
                .filter(term -> !(term.negated() && isText(term)))
                .toList());
    }

    private Filter only(boolean moving) {
        return new Filter(filter.terms().stream()
                .filter(term -> MOVING.contains(term.key()) == moving)
                .toList());
    }
}
