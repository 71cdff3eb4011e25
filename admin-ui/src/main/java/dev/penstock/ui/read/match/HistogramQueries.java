package dev.penstock.ui.read.match;

import dev.penstock.ui.fact.list.MatchTimes;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.search.JobSearch;
import dev.penstock.ui.read.search.Searches;
import dev.penstock.ui.read.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the jobs of a filter were created: of the newest that {@link JobSearch#COUNTED} allows, so that it costs a list's length at most. */
@ApplicationScoped
@Transactional
public class HistogramQueries {
    private static final int MOST_STEPS = 60;

    /** Lengths that a step may have; whole parts of each other, of the hour or of the day. */
    private static final List<Duration> STEPS = Stream.of(
                    1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800, 2_592_000)
            .map(Duration::ofSeconds)
            .toList();

    private final EntityManager database;
    private final Searches searches;

    @Inject
    public HistogramQueries(EntityManager database, Searches searches) {
        this.database = database;
        this.searches = searches;
    }

    /** Empty: fewer than two jobs match, or all came in the same second. */
    public Optional<MatchTimes> of(Filter filter) {
        JobSearch search = searches.of(filter);
        Row ends = new Row(search.ends().<Object[]>rows(database).getFirst());
        Instant first = ends.moment();
        Instant last = ends.moment();
        long jobs = ends.number();
        if (first == null || last == null || last.getEpochSecond() == first.getEpochSecond()) {
            return Optional.empty();
        }
        long step = step(first, last);
        long begin = first.getEpochSecond() / step;
        List<Long> counts = new ArrayList<>(Collections.nCopies((int) (last.getEpochSecond() / step - begin) + 1, 0L));
        for (Object[] columns : search.steps(step).<Object[]>rows(database)) {
            Row row = new Row(columns);
            // Jobs that came since the ends were asked for are left to the next look.
            int at = (int) Math.clamp(row.number() - begin, 0, counts.size() - 1L);
            counts.set(at, counts.get(at) + row.number());
        }
        return Optional.of(new MatchTimes(
                Instant.ofEpochSecond(begin * step), Duration.ofSeconds(step), counts, jobs >= JobSearch.COUNTED));
    }

    private static long step(Instant first, Instant last) {
        long span = Duration.between(first, last).toSeconds();
        return STEPS.stream()
                .map(Duration::toSeconds)
                .filter(step -> span / step < MOST_STEPS)
                .findFirst()
                .orElse(span / MOST_STEPS + 1);
    }
}
