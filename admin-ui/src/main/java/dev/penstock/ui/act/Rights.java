package dev.penstock.ui.act;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.ui.right.Belonging;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Permissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asked before every act on a job, whichever page or call it comes from. */
@FunctionalInterface
public interface Rights {
    /** Port: whose a job is; empty if it is not known. */
    Optional<Belonging> of(JobId job);

    /** Why this may not be sent in their name; null if it may. */
    default @Nullable String objection(Command command, Who who) {
        if (!(command instanceof Act act) || who.caller().may(Permission.ADMINISTER)) {
            return null;
        }
        return Permissions.objection(who.caller(), Verb.of(act), of(act.job()).orElse(null));
    }
}
