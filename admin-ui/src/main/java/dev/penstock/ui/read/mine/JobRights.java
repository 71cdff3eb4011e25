package dev.penstock.ui.read.mine;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Origin;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.right.Belonging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Whose a job is, as the read model knows. */
@ApplicationScoped
@Transactional
public class JobRights implements Rights {
    private final EntityManager database;

    @Inject
    public JobRights(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<Belonging> of(JobId job) {
        return new Sql("SELECT run_by, notify_user, origin, system FROM job WHERE id = :id", Map.of("id", job.value()))
                .<Object[]>rows(database).stream()
                        .map(columns -> new Belonging(
                                (String) columns[0],
                                (String) columns[1],
                                Origin.SYSTEM.name().equals(columns[2]) || Boolean.TRUE.equals(columns[3])))
                        .findFirst();
    }
}
