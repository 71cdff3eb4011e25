package dev.penstock.ui.read;

import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.tally.DeployFact;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.read.tally.AttentionQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The first page in one transaction, so that its tiles, lists and warnings agree. */
@ApplicationScoped
@Transactional
public class OverviewQueries {
    private static final Duration DAY = Duration.ofDays(1);

    private final EntityManager database;
    private final CountQueries counts;
    private final QueueQueries queues;
    private final StatisticQueries statistics;
    private final JobQueries jobs;

    @Inject
    public OverviewQueries(
            EntityManager database,
            CountQueries counts,
            QueueQueries queues,
            StatisticQueries statistics,
            JobQueries jobs) {
        this.database = database;
        this.counts = counts;
        this.queues = queues;
        this.statistics = statistics;
        this.jobs = jobs;
    }

    /** The overview with figures of the last {@code window}. */
    public Overview of(Duration window) {
        Map<String, Depths> byType = counts.byType();
        Statistics lately = statistics.over(Stretch.last(window, Instant.now()));
        List<QueueFact> all = queues.all(window);
        List<JobFact> oldest = some("lease_since IS NOT NULL ORDER BY lease_since, id LIMIT 1", Map.of(), false);
        return new Overview(
                counts.all(),
                byType,
                all,
                lately,
                oldest.isEmpty() ? null : oldest.getFirst(),
                active(),
                failed(),
                AttentionQuery.ask(database));
    }

    /** The same window a day before it, or a week if it is longer than a day. */
    public Statistics before(Duration window) {
        Duration back = window.compareTo(DAY) > 0 ? DAY.multipliedBy(7) : DAY;
        return statistics.over(Stretch.last(window, Instant.now().minus(back)));
    }

    /** Versions of workers that were seen for the first time within these statistics. */
    public List<DeployFact> deploys(Statistics window) {
        return statistics.deploys(window.from(), window.to());
    }

    /** S0.8, S0.12: the last ten that wait for a worker or run. */
    private List<JobFact> active() {
        List<String> statuses = List.of(Status.QUEUED.name(), Status.RUNNING.name(), Status.STOPPING.name());
        return some(
                "ended_at IS NULL AND status IN (:statuses) ORDER BY created_at DESC, id DESC LIMIT " + Overview.SHOWN,
                Map.of("statuses", statuses),
                false);
    }

    /** S0.13: the last ten that failed. */
    private List<JobFact> failed() {
        return some("status = 'FAILED' ORDER BY ended_at DESC, id DESC LIMIT " + Overview.SHOWN, Map.of(), true);
    }

    private List<JobFact> some(String condition, Map<String, Object> parameters, boolean stacks) {
        return jobs.load(new Sql("SELECT id FROM job WHERE " + condition, parameters).rows(database), stacks);
    }
}
