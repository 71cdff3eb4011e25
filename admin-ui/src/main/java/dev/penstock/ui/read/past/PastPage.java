package dev.penstock.ui.read.past;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.read.search.PastSearch;
import dev.penstock.ui.read.sql.Row;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills one page: asks for candidates in the list's order, folds those that have changed since, and keeps those that match. */
final class PastPage {
    /** So many jobs are folded for one page. */
    static final int MOST_FOLDED = 5_000;

    /** Longer than this no further candidates are asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LARGEST_STEP = 1_000;

    private final EntityManager database;
    private final PastSearch search;
    private final Folds folds;
    private final boolean older;
    private final Matching matching;
    private final Instant asOf;
    private final List<JobFact> rows = new ArrayList<>();
    private int folded;
    private int unfolded;
    private boolean atHorizon;
    private @Nullable Cursor cut;

    PastPage(EntityManager database, PastSearch search, Folds folds, boolean older) {
        this.database = database;
        this.search = search;
        this.folds = folds;
        this.older = older;
        this.asOf = search.asOf();
        this.matching = new Matching(search.moving(), asOf);
    }

    /** A job that matches, or has changed since and may have. */
    private record Candidate(Cursor place, long events, boolean changed) {
        String id() {
            return place.id().value();
        }
    }

    /**
     * The first {@code wanted} that match.
     *
     * @param horizon where the search ends; null: with the list
     * @param asRows the jobs as their rows are
     */
    List<JobFact> fill(
            @Nullable Cursor from, @Nullable Cursor horizon, int wanted, Function<List<JobId>, List<JobFact>> asRows) {
        long begin = System.nanoTime();
        Cursor place = from;
        for (int step = wanted; ; step = Math.min(LARGEST_STEP, step * 2)) {
            List<Candidate> candidates = candidates(place, horizon, step);
            boolean last = candidates.size() < step;
            int end = end(candidates, !last && System.nanoTime() - begin > PATIENCE.toNanos());
            take(end == 0 ? candidates : candidates.subList(0, end), asRows);
            if (rows.size() >= wanted) {
                return rows.subList(0, wanted);
            }
            if (end > 0 || last) {
                atHorizon = end == 0;
                cut = end > 0 ? candidates.get(end - 1).place() : horizon;
                return rows;
            }
            place = candidates.getLast().place();
        }
    }

    /** Where the search ended before the list did; null: it did not. */
    @Nullable
    Cursor cut() {
        return cut;
    }

    /** About how many jobs were looked at up to the {@link #cut}; only of those that have changed since is known how many. */
    int lookedAt() {
        return atHorizon ? PastList.LOOKED_AT : folded;
    }

    /** Jobs whose histories are too long. */
    int unfolded() {
        return unfolded;
    }

    /**
     * Where among these the page is cut, since no more may be folded or time is over; 0: nowhere. A cut lies behind a job that has changed since, as all of those are
     * candidates; of the others only those are whose texts say what is looked for, covered or not, and a cut would tell of them.
     */
    private int end(List<Candidate> candidates, boolean late) {
        int end = 0;
        int changed = 0;
        for (int i = 0; i < candidates.size() && folded + changed < MOST_FOLDED; i++) {
            if (candidates.get(i).changed()) {
                changed++;
                end = i + 1;
            }
        }
        return late || folded + changed >= MOST_FOLDED ? end : 0;
    }

    private void take(List<Candidate> candidates, Function<List<JobId>, List<JobFact>> asRows) {
        Map<String, JobFact> facts = new HashMap<>();
        asRows.apply(candidates.stream()
                        .filter(one -> !one.changed())
                        .map(one -> one.place().id())
                        .toList())
                .forEach(fact -> facts.put(fact.id().value(), fact));
        List<String> changed = new ArrayList<>();
        for (Candidate one : candidates) {
            if (one.changed() && one.events() > PastList.MOST_EVENTS) {
                unfolded++;
            } else if (one.changed()) {
                changed.add(one.id());
            }
        }
        folded += changed.size();
        Map<String, Then> then = folds.of(changed, asOf);
        then.values().removeIf(one -> one.job() == null || !matching.matches(one.job()));
        facts.putAll(folds.facts(then));
        for (Candidate one : candidates) {
            JobFact fact = facts.get(one.id());
            if (fact != null && matching.shows(fact)) {
                rows.add(fact);
            }
        }
    }

    private List<Candidate> candidates(@Nullable Cursor place, @Nullable Cursor horizon, int limit) {
        return search.candidates(place, older, horizon, limit).<Object[]>rows(database).stream()
                .map(columns -> {
                    Row row = new Row(columns);
                    Cursor at = cursor(row);
                    return new Candidate(at, row.number(), row.number() > 0);
                })
                .toList();
    }

    static Cursor cursor(Object[] columns) {
        return cursor(new Row(columns));
    }

    private static Cursor cursor(Row row) {
        return new Cursor(Objects.requireNonNull(row.moment()), new JobId(row.text()));
    }
}
