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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * The lanes of each queue that has jobs waiting, in the order in which they are served.
     *
     * @param queue this one alone; null: all
     * @param shown at most so many of those in line, and of those that are not yet
     */
    public Map<String, List<Lane>> lanes(@Nullable String queue, int shown) {
        Map<String, Map<Priority, Waiting>> lanes = new TreeMap<>();
        firsts(queue, shown).<Object[]>rows(database).forEach(columns -> {
            Row row = new Row(columns);
            Map<Priority, Waiting> ofQueue = lanes.computeIfAbsent(row.text(), name -> new EnumMap<>(Priority.class));
            Priority lane = Priority.valueOf(row.text());
            long jobs = row.number();
            ofQueue.computeIfAbsent(lane, l -> new Waiting(jobs)).add(row);
        });
        List<String> ids = lanes.values().stream()
                .flatMap(l -> l.values().stream())
                .flatMap(Waiting::ids)
                .toList();
        Map<String, JobFact> facts = jobs.load(ids, false).stream()
                .collect(Collectors.toMap(job -> job.id().value(), Function.identity()));
        Map<String, List<Lane>> told = new TreeMap<>();
        lanes.forEach((name, byLane) -> told.put(
                name,
                byLane.entrySet().stream()
                        .map(lane -> lane.getValue().lane(lane.getKey(), facts))
                        .toList()));
        return told;
    }

    /** Who waits in a lane, while the rows are read. */
    private record Waiting(long jobs, List<String> next, List<String> held) {
        Waiting(long jobs) {
            this(jobs, new ArrayList<>(), new ArrayList<>());
        }

        void add(Row row) {
            String held = row.text();
            (held.equals("true") ? this.held : next).add(row.text());
        }

        Stream<String> ids() {
            return Stream.concat(next.stream(), held.stream());
        }

        Lane lane(Priority lane, Map<String, JobFact> facts) {
            return new Lane(lane, jobs, of(next, facts), of(held, facts));
        }

        private static List<JobFact> of(List<String> ids, Map<String, JobFact> facts) {
            return ids.stream().map(facts::get).filter(Objects::nonNull).toList();
        }
    }

    // Two index ranges for each lane, so it takes as long with a million jobs in line as with ten.
    static Sql firsts(@Nullable String queue, int shown) {
        String counted = "SELECT queue, priority, sum(jobs) AS jobs FROM job_count WHERE status = 'QUEUED'"
                + (queue == null ? "" : " AND queue = :queue") + " GROUP BY 1, 2 HAVING sum(jobs) > 0";
        String inLine = "SELECT false AS held, id, in_line_at AS at FROM job WHERE in_line_at IS NOT NULL"
                + " AND queue = l.queue AND priority = l.priority ORDER BY in_line_at, id LIMIT " + shown;
        String held =
                "SELECT true AS held, id, created_at AS at FROM job WHERE status = 'QUEUED' AND in_line_at IS NULL"
                        + " AND queue = l.queue AND priority = l.priority ORDER BY created_at, id LIMIT " + shown;
        return new Sql(
                "SELECT l.queue, l.priority, l.jobs, j.held, j.id FROM (" + counted + ") l CROSS JOIN LATERAL (("
                        + inLine + ") UNION ALL (" + held + ")) j ORDER BY 1, 2, j.held, j.at, j.id",
                queue == null ? Map.of() : Map.of("queue", queue));
    }
}
