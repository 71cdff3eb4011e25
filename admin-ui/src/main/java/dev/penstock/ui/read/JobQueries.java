package dev.penstock.ui.read;

import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.act.BulkActs.Target;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.fact.JobList.Matches;
import dev.penstock.ui.fact.JobList.Searched;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.search.JobSearch;
import dev.penstock.ui.read.search.Searches;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.stored.StoredAttempt;
import dev.penstock.ui.read.stored.StoredContents;
import dev.penstock.ui.read.stored.StoredEvent;
import dev.penstock.ui.read.stored.StoredJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of jobs, and one job. */
@ApplicationScoped
@Transactional
public class JobQueries {
    private final EntityManager database;
    private final LogQueries logs;
    private final Searches searches;
    private final Covers covers;

    @Inject
    public JobQueries(EntityManager database, LogQueries logs, Searches searches, Covers covers) {
        this.database = database;
        this.logs = logs;
        this.searches = searches;
        this.covers = covers;
    }

    /** A page of the list, by keyset: as fast at the millionth job as at the first. */
    public JobList list(Asked asked) {
        JobSearch search = searches.of(asked.filter());
        List<String> ids = ids(search, asked);
        boolean another = ids.size() > asked.size();
        List<JobFact> rows = load(another ? ids.subList(0, asked.size()) : ids);
        if (asked.before() != null) {
            Collections.reverse(rows);
        }
        boolean previous = asked.before() == null ? asked.after() != null : another;
        boolean next = asked.before() != null || another;
        // A page that is the whole list is counted already. Where nothing matches, counting would be the search once
        // more.
        boolean whole = asked.before() == null && asked.after() == null && !another;
        return new JobList(
                rows,
                previous && !rows.isEmpty() ? Cursor.of(rows.getFirst()) : null,
                next && !rows.isEmpty() ? Cursor.of(rows.getLast()) : null,
                whole ? new Matches(ids.size(), false) : count(asked.filter(), search),
                search.searched());
    }

    /** The next jobs of a list, uncounted: for those who read all of it. */
    public List<JobFact> after(Filter filter, @Nullable Cursor place, int limit) {
        return load(searches.of(filter).older(place, limit).rows(database));
    }

    /** How far back a search with this filter goes. */
    public Searched searched(Filter filter) {
        return searches.of(filter).searched();
    }

    /** All that match at this moment, for an act on them, the oldest first; one more than {@code most} says that there are more. */
    public List<Target> targets(Filter filter, int most) {
        List<Object[]> rows = searches.of(filter).targets(most + 1).rows(database);
        return rows.stream()
                .map(Row::new)
                .map(row -> new Target(new JobId(row.text()), row.numberOrNull(), row.numberOrNull()))
                .toList();
    }

    /** Jobs that match and were created after {@code first} was; counting stops at 100. */
    public Matches newerThan(Filter filter, Cursor first) {
        Number count = (Number) searches.newest(filter, first.createdAt())
                .countNewer(first, 100)
                .rows(database)
                .getFirst();
        return new Matches(count.longValue(), count.longValue() >= 100);
    }

    /** One job as a list shows it, with the stack of its last failure. */
    public Optional<JobFact> fact(JobId id) {
        return StoredJob.<StoredJob>findByIdOptional(id.value())
                .map(job -> job.fact(covers.of(id.value()), contents(id.value()).errorStack()));
    }

    /** The jobs before and after one in a list; null at its ends. */
    public record Neighbours(
            @Nullable JobId newer, @Nullable JobId older) {}

    /** Where one can go from this job within the list of a filter, even if the job itself has left it. */
    public Neighbours around(JobFact job, Filter filter) {
        JobSearch search = searches.of(filter);
        Cursor here = Cursor.of(job);
        return new Neighbours(
                first(search.newer(here, 1).rows(database)),
                first(search.older(here, 1).rows(database)));
    }

    private static @Nullable JobId first(List<String> ids) {
        return ids.isEmpty() ? null : new JobId(ids.getFirst());
    }

    /** Those of these jobs that are known, in this order. */
    public List<JobFact> facts(List<JobId> ids) {
        return load(ids.stream().map(JobId::value).toList());
    }

    /** Everything about one job. */
    public Optional<JobDetail> job(JobId id) {
        return StoredJob.<StoredJob>findByIdOptional(id.value()).map(this::detail);
    }

    /** These jobs in this order, with the stacks of their last failures if {@code stacks} says so. */
    List<JobFact> load(List<String> ids, boolean stacks) {
        Map<String, StoredJob> byId = byId(ids, StoredJob.list("id in ?1", ids), StoredJob::id);
        Map<String, StoredContents> contents =
                stacks ? byId(ids, StoredContents.list("id in ?1", ids), StoredContents::id) : Map.of();
        // A list reads payloads only where a text may tell what is secret in them.
        Covers.Known masks = covers.of(byId.values().stream()
                .filter(StoredJob::says)
                .map(StoredJob::id)
                .toList());
        List<JobFact> rows = new ArrayList<>();
        for (String id : ids) {
            StoredJob job = byId.get(id);
            StoredContents heavy = contents.get(id);
            if (job != null) {
                rows.add(job.fact(masks.of(id), heavy == null ? null : heavy.errorStack()));
            }
        }
        return rows;
    }

    private List<JobFact> load(List<String> ids) {
        return load(ids, false);
    }

    private static <T> Map<String, T> byId(List<String> ids, List<T> rows, Function<T, String> id) {
        return ids.isEmpty() ? Map.of() : rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private List<String> ids(JobSearch search, Asked asked) {
        int limit = asked.size() + 1;
        Cursor before = asked.before();
        boolean towardsOlder = (before == null) == (asked.order() == Asked.Order.NEWEST);
        Cursor place = before == null ? asked.after() : before;
        return (towardsOlder ? search.older(place, limit) : search.newer(place, limit)).rows(database);
    }

    private Matches count(Filter filter, JobSearch search) {
        long count = ((Number) search.count().rows(database).getFirst()).longValue();
        boolean stopped = !JobSearch.counted(filter) && count > JobSearch.COUNTED;
        return new Matches(stopped ? JobSearch.COUNTED : count, stopped);
    }

    private JobDetail detail(StoredJob job) {
        String id = job.id();
        Mask mask = covers.of(id);
        StoredContents contents = contents(id);
        List<StoredEvent> history = StoredEvent.find("key = ?1 order by logOffset desc", id)
                .page(0, JobDetail.MAX_HISTORY + 1)
                .list();
        LogQueries.Lines lines = logs.ofJob(id, mask);
        return new JobDetail(
                job.fact(mask, contents.errorStack()),
                contents.state(mask),
                contents.payload(mask),
                contents.result(mask),
                contents.checkpoint(mask),
                StoredAttempt.<StoredAttempt>list("job = ?1 order by round desc, attempt desc, lease desc", id).stream()
                        .map(attempt -> attempt.fact(mask))
                        .toList(),
                history.stream()
                        .limit(JobDetail.MAX_HISTORY)
                        .map(event -> event.fact(mask))
                        .toList()
                        .reversed(),
                history.size() > JobDetail.MAX_HISTORY,
                lines.lines(),
                lines.cut());
    }

    private static StoredContents contents(String id) {
        return StoredContents.<StoredContents>findByIdOptional(id)
                .orElseThrow(() -> new IllegalStateException("The job " + id + " has no contents"));
    }
}
