package dev.penstock.processor.decide;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.JobCommand;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every command that can be about a job, by the name of its row in docs/lifecycle.md. */
public final class EveryCommand {
    /** Whose every job is. */
    public static final String SUBJECT = "subject-of-every-job-1";

    private static final Delivery DELIVERY = new Delivery("jobs.work.default.normal", 0, 912, 1);
    private static final Failure TRANSIENT = new Failure(Failure.Kind.TRANSIENT, "E", "m", "s");
    private static final Failure PERMANENT = new Failure(Failure.Kind.PERMANENT, "E", "m", "s");

    private EveryCommand() {}

    static List<Act> acts(JobId id, long number) {
        return List.of(
                new Act.Stop(id),
                new Act.ForceStop(id),
                new Act.Resume(id),
                new Act.Abort(id),
                new Act.Retry(id),
                new Act.Restart(id),
                new Act.RunNow(id),
                new Act.SetPriority(id, Priority.LOW),
                new Act.EditPayload(id, Json.EMPTY),
                new Act.ExpireLease(id, number),
                new Act.Delete(id),
                new Act.ClearReview(id),
                new Act.EraseSubject(id, SUBJECT));
    }

    /** @param timer that of the job's wait */
    public static Map<String, JobCommand> about(JobId id, Lease lease, long timer) {
        Map<String, JobCommand> all = new LinkedHashMap<>();
        all.put("Started", new Report.Started(id, lease, DELIVERY, false));
        all.put("Started (claim)", new Report.Started(id, lease, DELIVERY, true));
        all.put("Progress", new Report.Progress(id, lease, new Progress(1, 2, null)));
        all.put("Checkpoint", new Report.Checkpoint(id, lease, Json.EMPTY));
        all.put("ErrorLogged", new Report.ErrorLogged(id, lease, "m"));
        all.put("Succeeded", new Report.Succeeded(id, lease, DELIVERY, Duration.ZERO, null, List.of(), false));
        all.put("Failed (transient)", new Report.Failed(id, lease, DELIVERY, Duration.ZERO, TRANSIENT, null, false));
        all.put("Failed (permanent)", new Report.Failed(id, lease, DELIVERY, Duration.ZERO, PERMANENT, null, false));
        all.put("Failed (abort)", new Report.Failed(id, lease, DELIVERY, Duration.ZERO, PERMANENT, null, true));
        all.put("Snooze", new Report.Snooze(id, lease, DELIVERY, Duration.ofSeconds(1)));
        all.put("HandedBack", new Report.HandedBack(id, lease, "why", false));
        all.put("StaleDropped", new Report.StaleDropped(id, lease));
        all.put("DeliveriesUsedUp", new Report.DeliveriesUsedUp(id, lease));
        all.put("Spawn", new Report.Spawn(id, lease, List.of()));
        all.put("AwaitChildren", new Report.AwaitChildren(id, lease, Report.Await.ALL, Duration.ZERO));
        all.put("Attach", new Report.Attach(id, lease, new Artifact("b.csv", "text/csv", 3, "00", "b")));
        all.put("Stopped", new Report.Stopped(id, lease, Duration.ZERO));
        all.put("DelayElapsed", new Timer.DelayElapsed(id, timer));
        all.put("WorkerLost", new Timer.WorkerLost(id, lease));
        all.put("LeaseLost", new Timer.LeaseLost(id, lease));
        all.put("DispatchLost", new Timer.DispatchLost(id, lease.number()));
        all.put("AttemptTimedOut", new Timer.AttemptTimedOut(id, lease));
        all.put("DeadlinePassed", new Timer.DeadlinePassed(id));
        all.put("ArtifactDue", new Timer.ArtifactDue(id));
        all.put("RetentionDue", new Timer.RetentionDue(id));
        acts(id, lease.number()).forEach(a -> all.put(a.getClass().getSimpleName(), a));
        return all;
    }
}
