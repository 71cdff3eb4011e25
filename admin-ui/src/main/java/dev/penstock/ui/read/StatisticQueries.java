package dev.penstock.ui.read;

import dev.penstock.ui.fact.QueueFact.Flow;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.tally.DeployFact;
import dev.penstock.ui.read.series.Series;
import dev.penstock.ui.read.series.Sketch;
import dev.penstock.ui.read.series.Stretch;
import dev.penstock.ui.read.sql.Binds;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened over time, from counts per minute, queue and type. */
@ApplicationScoped
@Transactional
public class StatisticQueries {
    private static final String COUNTS = "sum(created), sum(started), sum(completed), sum(failed), sum(aborted),"
            + " sum(failed_attempts), sum(retried), sum(lost_leases), sum(net_queued), sum(net_running)";
    private static final String SPREADS = "wait_count, wait_sum_ms, wait_min_ms, wait_max_ms, wait_sketch,"
            + " duration_count, duration_sum_ms, duration_min_ms, duration_max_ms, duration_sketch";

    private final EntityManager database;

    @Inject
    public StatisticQueries(EntityManager database) {
        this.database = database;
    }

    /** Counts, waiting and duration by step. */
    public Statistics over(Stretch stretch) {
        Series series = new Series(stretch, nowIn("QUEUED", stretch), nowIn("RUNNING", stretch));
        counts(stretch).<Object[]>rows(database).forEach(columns -> series.count(new Row(columns)));
        spreads(stretch).<Object[]>rows(database).forEach(series::spread);
        return series.statistics();
    }

    /** What went through each queue since {@code from}. */
    public Map<String, Flow> flowByQueue(Instant from, Duration over) {
        Map<String, Sketch> waits = new HashMap<>();
        new Sql(
                        "SELECT queue, wait_count, wait_sum_ms, wait_min_ms, wait_max_ms, wait_sketch FROM statistic"
                                + " WHERE minute >= :from AND wait_count > 0",
                        Map.of("from", from))
                .<Object[]>rows(database)
                .forEach(columns -> {
                    Row row = new Row(columns);
                    waits.computeIfAbsent(row.text(), queue -> new Sketch()).add(row);
                });
        Map<String, Flow> flows = new HashMap<>();
        new Sql(
                        "SELECT queue, sum(created), sum(started), sum(completed + failed + aborted), sum(failed)"
                                + " FROM statistic WHERE minute >= :from GROUP BY queue",
                        Map.of("from", from))
                .<Object[]>rows(database)
                .forEach(columns -> {
                    Row row = new Row(columns);
                    String queue = row.text();
                    Sketch wait = waits.getOrDefault(queue, new Sketch());
                    flows.put(
                            queue,
                            new Flow(
                                    over,
                                    row.number(),
                                    row.number(),
                                    row.number(),
                                    row.number(),
                                    wait.spread().p95()));
                });
        return flows;
    }

    /** Versions of workers that were seen for the first time in a stretch of time, oldest first; the newest 20. */
    public List<DeployFact> deploys(Instant from, Instant to) {
        return new Sql(
                        "SELECT version, min(started_at) FROM worker_build GROUP BY version HAVING min(started_at) >= :from"
                                + " AND min(started_at) < :to ORDER BY 2 DESC, 1 LIMIT 20",
                        Map.of("from", from, "to", to))
                .<Object[]>rows(database).stream()
                        .map(Row::new)
                        .map(row -> new DeployFact(row.text(), Objects.requireNonNull(row.moment())))
                        .toList()
                        .reversed();
    }

    private long nowIn(String status, Stretch stretch) {
        Binds binds = new Binds();
        String text = "SELECT coalesce(sum(jobs), 0) FROM job_count WHERE status = " + binds.bind(status)
                + only(stretch, binds);
        List<Number> sum = new Sql(text, binds.values()).rows(database);
        return sum.getFirst().longValue();
    }

    /** Minutes after {@code to} are read too: depths are known now, and counted back. */
    private static Sql counts(Stretch stretch) {
        Binds binds = new Binds();
        String text = "SELECT minute, " + COUNTS + " FROM statistic WHERE minute >= " + binds.bind(stretch.from())
                + only(stretch, binds) + " GROUP BY minute";
        return new Sql(text, binds.values());
    }

    private static Sql spreads(Stretch stretch) {
        Binds binds = new Binds();
        String text = "SELECT minute, " + SPREADS + " FROM statistic WHERE minute >= " + binds.bind(stretch.from())
                + " AND minute < " + binds.bind(stretch.to()) + " AND (wait_count > 0 OR duration_count > 0)"
                + only(stretch, binds);
        return new Sql(text, binds.values());
    }

    private static String only(Stretch stretch, Binds binds) {
        return (stretch.queue() == null ? "" : " AND queue = " + binds.bind(stretch.queue()))
                + (stretch.type() == null ? "" : " AND type = " + binds.bind(stretch.type()));
    }
}
