package dev.penstock.ui.act;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import org.jspecify.annotations.Nullable;

/** Deeds as commands. */
public final class Orders {
    /** No lease has this number: the rules answer that it is not in force. */
    private static final long NO_LEASE = -1;

    private Orders() {}

    /**
     * The command.
     *
     * @param lease number of the lease that was seen, for {@link Deed#EXPIRE_LEASE}; null: none was
     * @throws IllegalArgumentException for {@link Deed#EDIT}, which needs a payload
     */
    public static Act of(Deed deed, JobId job, @Nullable Long lease) {
        return switch (deed) {
            case STOP -> new Act.Stop(job);
            case FORCE_STOP -> new Act.ForceStop(job);
            case RESUME -> new Act.Resume(job);
            case RETRY -> new Act.Retry(job);
            case RESTART -> new Act.Restart(job);
            case RUN_NOW -> new Act.RunNow(job);
            case LOW_PRIORITY -> new Act.SetPriority(job, Priority.LOW);
            case NORMAL_PRIORITY -> new Act.SetPriority(job, Priority.NORMAL);
            case CLEAR_REVIEW -> new Act.ClearReview(job);
            case EXPIRE_LEASE -> new Act.ExpireLease(job, lease == null ? NO_LEASE : lease);
            case ABORT -> new Act.Abort(job);
            case DELETE -> new Act.Delete(job);
            case EDIT -> throw new IllegalArgumentException(say("A payload is edited one job at a time."));
        };
    }
}
