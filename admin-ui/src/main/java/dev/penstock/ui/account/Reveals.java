package dev.penstock.ui.account;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.right.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks at what is covered. Each is written down before anything is shown: what cannot be written down is not shown. */
@ApplicationScoped
public class Reveals {
    private final Audit audit;

    @Inject
    public Reveals(Audit audit) {
        this.audit = audit;
    }

    /** Somebody is about to see all contents of a job. */
    public void write(Caller who, JobId job, String reason) {
        audit.write(who, new Change("reveal", job.value(), reason, "covered", "shown once"));
    }
}
