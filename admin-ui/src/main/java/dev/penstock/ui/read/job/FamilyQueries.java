package dev.penstock.ui.read.job;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.read.JobQueries;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A job's relatives. */
@ApplicationScoped
@Transactional
public class FamilyQueries {
    /** Larger families are shown in part: a page with more would help nobody. */
    public static final int MOST = 300;

    private static final int DEEPEST = 50;
    private static final int CHILDREN = 100;

    private final EntityManager database;
    private final JobQueries jobs;

    @Inject
    public FamilyQueries(EntityManager database, JobQueries jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** Its parents, from the first of the family down to the job's own parent. */
    public List<JobFact> ancestors(JobFact job) {
        return job.parent() == null
                ? List.of()
                : jobs.facts(named(up(job.id()))).reversed();
    }

    /**
     * The family, parents before their children: the job's ancestors, itself and its first children always, then the others
     * in the order of their creation, {@link #MOST} in all.
     */
    public List<JobFact> family(JobFact job) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(job.root().value());
        ids.addAll(up(job.id()));
        ids.add(job.id().value());
        ids.addAll(new Sql(
                        "SELECT id FROM job WHERE parent = :parent ORDER BY created_at, id LIMIT " + CHILDREN,
                        Map.of("parent", job.id().value()))
                .<String>rows(database));
        ids.addAll(new Sql(
                        "SELECT id FROM job WHERE root = :root AND parent IS NOT NULL ORDER BY created_at, id LIMIT "
                                + MOST,
                        Map.of("root", job.root().value()))
                .<String>rows(database));
        return jobs.facts(named(ids.stream().limit(MOST).toList()));
    }

    /** Ids from the job's parent up to the first of the family. */
    private List<String> up(JobId job) {
        return new Sql(
                        "WITH RECURSIVE up AS (SELECT parent, 1 AS step FROM job WHERE id = :id AND parent IS NOT NULL"
                                + " UNION ALL SELECT job.parent, step + 1 FROM job JOIN up ON job.id = up.parent"
                                + " WHERE job.parent IS NOT NULL AND step < " + DEEPEST + ")"
                                + " SELECT parent FROM up ORDER BY step",
                        Map.of("id", job.value()))
                .rows(database);
    }

    private static List<JobId> named(List<String> ids) {
        return ids.stream().map(JobId::new).toList();
    }
}
