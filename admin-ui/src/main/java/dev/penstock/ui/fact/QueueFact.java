package dev.penstock.ui.fact;

import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue (S0.6, S0.20, S1.27, S1.30).
 *
 * @param setting what is set for it; for a queue that has jobs and was never declared, the defaults
 * @param depths its jobs by status
 * @param workers live workers that serve it
 * @param flow in the last minutes
 */
public record QueueFact(Setting.Queue setting, Depths depths, List<WorkerFact> workers, Flow flow) {

    /**
     * What went through it in a stretch of time.
     *
     * @param over how long
     * @param created jobs that came
     * @param started attempts
     * @param ended jobs that completed, failed or were aborted
     * @param failed jobs that failed for good
     * @param waitP95 95 % of the rounds that started waited no longer; null if none started
     */
    public record Flow(
            Duration over,
            long created,
            long started,
            long ended,
            long failed,
            @Nullable Duration waitP95) {
        public static final Flow NONE = new Flow(Duration.ZERO, 0, 0, 0, 0, null);
    }

    /**
     * A lane of a queue (S1.4).
     *
     * @param lane high before normal before low
     * @param queued jobs that wait in it, in line or not
     * @param next the first in line, in the order in which they were put there
     * @param held the oldest of those that are not put in line yet: they wait for their family's turn or for a limit
     */
    public record Lane(Priority lane, long queued, List<JobFact> next, List<JobFact> held) {}

    public String name() {
        return setting.name();
    }

    /** It has jobs that wait or run (S0.6). */
    public boolean active() {
        return depths.open() > 0;
    }

    /** Jobs wait and nobody serves it (S0.20). */
    public boolean starving() {
        return depths.queued() > 0 && workers.isEmpty() && !setting.paused();
    }

    /** Starts a worker for it (S0.20). */
    public String workerCommand() {
        return "./penstock worker --queues " + name();
    }
}
