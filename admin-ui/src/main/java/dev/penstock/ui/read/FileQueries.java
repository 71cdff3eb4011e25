package dev.penstock.ui.read;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has become of the jobs that have files. */
@ApplicationScoped
@Transactional
public class FileQueries {
    private static final int AT_A_TIME = 1_000;

    private final EntityManager database;

    @Inject
    public FileQueries(EntityManager database) {
        this.database = database;
    }

    /** Statuses of the jobs that are there, and those of which the log says that they were deleted. */
    public record Known(Map<JobId, Status> status, Set<JobId> deleted) {}

    public Known known(List<JobId> jobs) {
        Map<JobId, Status> status = new HashMap<>();
        Set<JobId> deleted = new HashSet<>();
        for (int from = 0; from < jobs.size(); from += AT_A_TIME) {
            List<String> ids = jobs.subList(from, Math.min(jobs.size(), from + AT_A_TIME)).stream()
                    .map(JobId::value)
                    .toList();
            new Sql("SELECT id, status FROM job WHERE id IN (:ids)", Map.of("ids", ids))
                    .<Object[]>rows(database)
                    .forEach(columns -> {
                        Row row = new Row(columns);
                        status.put(new JobId(row.text()), Status.valueOf(row.text()));
                    });
            new Sql("SELECT key FROM history WHERE key IN (:ids) AND event = 'JobDeleted'", Map.of("ids", ids))
                    .<String>rows(database)
                    .forEach(id -> deleted.add(new JobId(id)));
        }
        return new Known(status, deleted);
    }
}
