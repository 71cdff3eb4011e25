package dev.penstock.ui.read.past;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.fact.past.PastOverview;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.StatisticQueries;
import dev.penstock.ui.read.search.PastCounts;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The first page as of a moment. */
@ApplicationScoped
@Transactional
public class PastOverviews {
    /** So many jobs are folded; if more have been touched since, depths are counted back by the minute. */
    static final int MOST_FOLDED = 3_000;

    private final EntityManager database;
    private final PastLists lists;
    private final Folds folds;
    private final JobQueries jobs;
    private final StatisticQueries statistics;

    @Inject
    public PastOverviews(
            EntityManager database, PastLists lists, Folds folds, JobQueries jobs, StatisticQueries statistics) {
        this.database = database;
        this.lists = lists;
        this.folds = folds;
        this.jobs = jobs;
        this.statistics = statistics;
    }

    /** The overview as of a moment, with figures of the {@code window} until then. */
    public PastOverview of(Instant asOf, Duration window) {
        return of(asOf, window, MOST_FOLDED);
    }

    PastOverview of(Instant asOf, Duration window, int most) {
        PastCounts counts = new PastCounts(asOf);
        List<Touched> touched = touched(counts, most);
        boolean all = touched.size() <= most;
        Map<String, Then> then = folds.of(
                touched.stream()
                        .limit(most)
                        .filter(Touched::folds)
                        .map(Touched::id)
                        .toList(),
                asOf);
        Tally tally = new Tally();
        Map<Status, Long> ended = ended(counts);
        if (all) {
            counts.untouched().<Object[]>rows(database).forEach(tally::queue);
            then.values().forEach(one -> tally.job(Objects.requireNonNull(one.job())));
        } else {
            ended.remove(Status.FAILED);
            counts.byTheMinute().<Object[]>rows(database).forEach(tally::queue);
        }
        ended.forEach(tally::ended);
        Instant minute = asOf.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return new PastOverview(
                asOf,
                all ? asOf : minute,
                tally.depths(),
                tally.queues(),
                held(counts, then),
                workers(counts, then),
                all,
                statistics.over(until(asOf, window)),
                (int) touched.stream().filter(one -> !one.folds()).count(),
                lists.deletedSince(asOf));
    }

    /** A job that may have stood elsewhere then. */
    private record Touched(String id, long events) {
        boolean folds() {
            return events <= PastList.MOST_EVENTS;
        }
    }

    private List<Touched> touched(PastCounts counts, int most) {
        return counts.touched(most + 1).<Object[]>rows(database).stream()
                .map(Row::new)
                .map(row -> new Touched(row.text(), row.number()))
                .toList();
    }

    /** The whole minutes before the moment: nothing that came after it. */
    private static Stretch until(Instant asOf, Duration window) {
        Instant to = asOf.truncatedTo(ChronoUnit.MINUTES);
        return new Stretch(to.minus(window), to, Stretch.last(window, to).step(), null, null);
    }

    /** Jobs that were at their end, by status. */
    private Map<Status, Long> ended(PastCounts counts) {
        long since = ((Number) counts.endsSince().rows(database).getFirst()).longValue();
        Map<Status, Long> ended = new HashMap<>();
        counts.ended(since > PastCounts.MANY_ENDS).<Object[]>rows(database).forEach(columns -> {
            Row row = new Row(columns);
            ended.put(Status.valueOf(row.text()), row.number());
        });
        return ended;
    }

    private List<JobFact> held(PastCounts counts, Map<String, Then> then) {
        Map<String, Then> holding = new HashMap<>(then);
        holding.values().removeIf(one -> one.job() == null || one.job().run().holder() == null);
        List<JobFact> held = new ArrayList<>(folds.facts(holding).values());
        List<String> untouched = counts.untouchedHeld(PastOverview.SHOWN).rows(database);
        held.addAll(jobs.facts(untouched.stream().map(JobId::new).toList()));
        return held.stream()
                .sorted(Comparator.comparing((JobFact job) ->
                                Objects.requireNonNull(job.times().leaseSince()))
                        .thenComparing(job -> job.id().value()))
                .limit(PastOverview.SHOWN)
                .toList();
    }

    private Map<String, Long> workers(PastCounts counts, Map<String, Then> then) {
        Map<String, Long> workers = new TreeMap<>();
        counts.untouchedLeases().<Object[]>rows(database).forEach(columns -> {
            Row row = new Row(columns);
            workers.merge(row.text(), row.number(), Long::sum);
        });
        for (Then one : then.values()) {
            Job job = one.job();
            Job.Holder holder = job == null ? null : job.run().holder();
            if (holder != null) {
                workers.merge(holder.lease().worker(), 1L, Long::sum);
            }
        }
        return workers;
    }
}
