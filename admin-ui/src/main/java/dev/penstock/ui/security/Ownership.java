package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.trouble.Trouble;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Lets users have what is theirs, and does not tell them of anything else whether it is there (S4.1, S4.4). */
@RequestScoped
public class Ownership {
    private final CurrentCaller current;
    private final Rights rights;

    @Inject
    public Ownership(CurrentCaller current, Rights rights) {
        this.current = current;
        this.rights = rights;
    }

    /**
     * The job of that id.
     *
     * @throws Trouble if it is not in the panel of whoever asks, and they may not look at everything
     */
    public JobId own(String id) {
        if (JobId.isValid(id)) {
            JobId job = new JobId(id);
            boolean theirs = current.caller().may(Permission.READ)
                    || rights.of(job)
                            .filter(whose -> whose.isFor(current.caller().name()))
                            .isPresent();
            if (theirs) {
                return job;
            }
        }
        throw unknown(id);
    }

    public static Trouble unknown(String id) {
        return Trouble.notFound(say("There is no job {1} in this panel.", id));
    }
}
