package dev.penstock.ui.read;

import dev.penstock.api.job.Priority;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.QueueFact.Lane;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who waits in a queue, by lane: what comes next (S1.4). */
@ApplicationScoped
@Transactional
public class LineQueries {
    private final EntityManager database;
    private final JobQueries jobs;

    @Inject
    public LineQueries(EntityManager database, JobQueries jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** The lanes of each queue that has jobs waiting, in the order in which they are served. */
    public Map<String, List<Lane>> lanes() {
        Map<String, Map<Priority, Long>> queued = new TreeMap<>();
        new Sql(
                        "SELECT queue, priority, sum(jobs) FROM job_count WHERE status = 'QUEUED'"
                                + " GROUP BY 1, 2 HAVING sum(jobs) > 0",
                        Map.of())
                .<Object[]>rows(database)
                .forEach(columns -> {
                    Row row = new Row(columns);
                    queued.computeIfAbsent(row.text(), queue -> new EnumMap<>(Priority.class))
                            .put(Priority.valueOf(row.text()), row.number());
                });
        Map<String, List<Lane>> lanes = new TreeMap<>();
        queued.forEach((queue, byLane) -> {
            List<Lane> line = new ArrayList<>();
            byLane.forEach((lane, count) -> {
                List<JobFact> next = jobs.load(first(queue, lane).rows(database), false);
                line.add(new Lane(lane, count, next.isEmpty() ? null : next.getFirst()));
            });
            lanes.put(queue, line);
        });
        return lanes;
    }

    private static Sql first(String queue, Priority lane) {
        return new Sql(
                "SELECT id FROM job WHERE ended_at IS NULL AND status = 'QUEUED' AND queue = :queue"
                        + " AND priority = :lane ORDER BY created_at, id LIMIT 1",
                Map.of("queue", queue, "lane", lane.name()));
    }
}
