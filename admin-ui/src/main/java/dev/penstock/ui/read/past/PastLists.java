package dev.penstock.ui.read.past;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.JobList.Matches;
import dev.penstock.ui.fact.JobList.Searched;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.read.Asked;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.search.JobSearch;
import dev.penstock.ui.read.search.PastSearch;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of jobs as of a moment, page by page. */
@ApplicationScoped
@Transactional
public class PastLists {
    private final EntityManager database;
    private final JobQueries jobs;
    private final Folds folds;

    @Inject
    public PastLists(EntityManager database, JobQueries jobs, Folds folds) {
        this.database = database;
        this.jobs = jobs;
        this.folds = folds;
    }

    /**
     * A page of the list as it was.
     *
     * @param asked its filter has no {@link PastSearch#unknown} key
     */
    public PastList list(Asked asked, Instant asOf) {
        PastSearch search = new PastSearch(asked.filter(), asOf);
        Cursor before = asked.before();
        boolean older = (before == null) == (asked.order() == Asked.Order.NEWEST);
        Cursor place = before == null ? asked.after() : before;
        PastPage page = new PastPage(database, search, folds, older);
        List<JobFact> found = page.fill(place, horizon(search, place, older), asked.size() + 1, jobs::facts);
        boolean another = found.size() > asked.size();
        List<JobFact> rows = new ArrayList<>(another ? found.subList(0, asked.size()) : found);
        Cursor cut = another ? null : page.cut();
        boolean whole = place == null && !another && cut == null;
        JobList list = before == null
                ? list(rows, place == null ? null : first(rows), another ? last(rows) : cut, search, whole, cut)
                : backwards(rows, another, cut, search);
        return new PastList(asOf, list, page.lookedAt(), page.unfolded(), deletedSince(asOf));
    }

    /** Deletions since the minute of a moment. */
    long deletedSince(Instant asOf) {
        Number sum = (Number) new Sql(
                        "SELECT coalesce(sum(deleted), 0) FROM statistic WHERE minute >= date_trunc('minute', CAST(:asOf AS timestamptz))",
                        Map.of("asOf", asOf))
                .rows(database)
                .getFirst();
        return sum.longValue();
    }

    private JobList backwards(List<JobFact> rows, boolean another, @Nullable Cursor cut, PastSearch search) {
        Collections.reverse(rows);
        return list(rows, another ? first(rows) : cut, last(rows), search, false, cut);
    }

    private JobList list(
            List<JobFact> rows,
            @Nullable Cursor newer,
            @Nullable Cursor next,
            PastSearch search,
            boolean whole,
            @Nullable Cursor cut) {
        return new JobList(
                rows,
                newer,
                next,
                matches(rows, search, whole),
                new Searched(cut == null ? null : cut.createdAt(), null));
    }

    private static @Nullable Cursor first(List<JobFact> rows) {
        return rows.isEmpty() ? null : Cursor.of(rows.getFirst());
    }

    private static @Nullable Cursor last(List<JobFact> rows) {
        return rows.isEmpty() ? null : Cursor.of(rows.getLast());
    }

    /** What never changes is counted by the index; what must be folded only if it is all on the page. */
    private Matches matches(List<JobFact> rows, PastSearch search, boolean whole) {
        if (whole || !search.moving().terms().isEmpty()) {
            return new Matches(rows.size(), !whole);
        }
        long count = ((Number) search.count().rows(database).getFirst()).longValue();
        return new Matches(Math.min(count, JobSearch.COUNTED), count > JobSearch.COUNTED);
    }

    private @Nullable Cursor horizon(PastSearch search, @Nullable Cursor place, boolean older) {
        if (!search.scans()) {
            return null;
        }
        List<Object[]> found = search.horizon(place, older).rows(database);
        return found.isEmpty() ? null : PastPage.cursor(found.getFirst());
    }
}
