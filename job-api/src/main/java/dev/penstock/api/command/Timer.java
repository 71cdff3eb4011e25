package dev.penstock.api.command;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;

/**
 * What time does to a job. Sent at least once through a plain producer (A6); each names the thing it is about, so a copy
 * changes nothing.
 */
public sealed interface Timer extends JobCommand {
    /** A wait is over; {@code timer} is the lease number that made it. */
    record DelayElapsed(JobId job, long timer) implements Timer {}

    /** The worker that holds the lease is silent (A8). */
    record WorkerLost(JobId job, Lease lease) implements Timer {}

    /** The worker lives but no longer lists the lease (A2). */
    record LeaseLost(JobId job, Lease lease) implements Timer {}

    /** A dispatch has vanished (A3). */
    record DispatchLost(JobId job, long lease) implements Timer {}

    /** An attempt has run longer than its type allows. */
    record AttemptTimedOut(JobId job, Lease lease) implements Timer {}

    /** The job was not started before its deadline. */
    record DeadlinePassed(JobId job) implements Timer {}

    /** The files of a completed job have been kept long enough (S4.16). */
    record ArtifactDue(JobId job) implements Timer {}

    /** A COMPLETED or ABORTED job has passed its Delete After date (S3.17). */
    record RetentionDue(JobId job) implements Timer {}

    /** Go on with an act that touches more than one command may: the rest of a family, from a cursor (A1). */
    record Continue(JobId job, String command, String cursor) implements Timer {
        /** In place of a command: the members of a root take turns again; the cursor is {@code <queue>/<lane>}. */
        public static final String TURNS = "turns";
    }
}
