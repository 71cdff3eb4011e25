package dev.penstock.ui.read;

import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many jobs have each status, from counters that the projector keeps: no count ever scans. */
@ApplicationScoped
@Transactional
public class CountQueries {
    private final EntityManager database;

    @Inject
    public CountQueries(EntityManager database) {
        this.database = database;
    }

    public Depths all() {
        return by("'all'").getOrDefault("all", Depths.NONE);
    }

    /** The same jobs as in a list of that filter, whatever their status. */
    public Depths all(Filter filter) {
        String only =
                (filter.withoutChildren() ? " AND NOT child" : "") + (filter.withoutSystem() ? " AND NOT system" : "");
        return by("'all'", only).getOrDefault("all", Depths.NONE);
    }

    public Map<String, Depths> byQueue() {
        return by("queue");
    }

    public Map<String, Depths> byType() {
        return by("type");
    }

    private Map<String, Depths> by(String group) {
        return by(group, "");
    }

    private Map<String, Depths> by(String group, String only) {
        List<Object[]> rows = new Sql(
                        "SELECT " + group + ", status, sum(jobs) FROM job_count WHERE true" + only
                                + " GROUP BY 1, 2 HAVING sum(jobs) > 0",
                        Map.of())
                .rows(database);
        Map<String, Depths> depths = new TreeMap<>();
        for (Object[] columns : rows) {
            Row row = new Row(columns);
            String name = row.text();
            Status status = Status.valueOf(row.text());
            depths.put(name, depths.getOrDefault(name, Depths.NONE).plus(status, row.number()));
        }
        return depths;
    }
}
