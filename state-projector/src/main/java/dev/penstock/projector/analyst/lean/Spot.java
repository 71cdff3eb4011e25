package dev.penstock.projector.analyst.lean;

import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands, as far as a picture shows it or a later picture depends on it. Jobs of one queue that stand alike share one.
 * The lease in force is kept beside it.
 *
 * @param dispatched it lies in a work topic or at a gate, or runs
 * @param stopping it is being stopped
 * @param parent it has been told of children
 * @param waits its own attempt has ended well, and it goes on when its children do
 */
record Spot(
        String type, String queue, Status status, boolean dispatched, boolean stopping, boolean parent, boolean waits) {
    static final Dispatch DISPATCH = new Dispatch(1, 1, 0, Priority.NORMAL, false);
    static final JobId NAME = new JobId("a.0");

    private static final Job.Stopping STOPPING = new Job.Stopping(false, false, "");
    private static final Job.Marks MARKS = new Job.Marks(false, false, 0, 0, 0);
    private static final Job.Times TIMES =
            new Job.Times(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    static Spot of(Job job) {
        Calls calls = job.children().calls();
        return new Spot(
                job.spec().type(),
                job.queue(),
                job.status(),
                job.run().dispatch() != null,
                job.run().stopping() != null,
                calls != null,
                calls != null && calls.waits());
    }

    /** What was asked for, of which nobody asks any more than this. */
    static JobSpec spec(String type, String queue, @Nullable Integer batchOf) {
        return new JobSpec(
                type,
                1,
                Json.EMPTY,
                queue,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                Origin.USER,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                batchOf);
    }

    /** A job that stands here and is otherwise nobody's: what {@code evolve} makes of it stands where the real one would. */
    Job job(long version, Job.@Nullable Holder holder) {
        Calls calls = parent ? new Calls(null, waits, 0, 0, 0, 0, 1, false) : null;
        return new Job(
                NAME,
                version,
                version,
                status,
                "",
                spec(type, queue, null),
                JobPolicy.DEFAULT,
                Priority.NORMAL,
                null,
                NAME,
                null,
                null,
                "",
                new Job.Run(
                        1,
                        1,
                        0,
                        0,
                        0,
                        false,
                        dispatched ? DISPATCH : null,
                        null,
                        holder,
                        null,
                        null,
                        null,
                        stopping ? STOPPING : null,
                        null),
                MARKS,
                new Job.Children(0, 0, 0, calls),
                TIMES,
                null,
                null,
                List.of(),
                List.of());
    }
}
