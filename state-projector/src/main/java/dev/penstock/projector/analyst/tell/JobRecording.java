package dev.penstock.projector.analyst.tell;

import dev.penstock.api.job.JobId;
import dev.penstock.api.testing.replay.Recorder;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import java.util.Optional;

/** A job's attempts with all that they were given, read from its partition of the log. */
public final class JobRecording {
    private JobRecording() {}

    /** Where the events of a job's family lie, up to a moment. */
    public static Stretch stretch(EventLog log, JobId id, Moment to) {
        return new Stretch(log.beginning(), log.to(to)).only(log.partitionOf(id.route()));
    }

    /**
     * Reads it; empty if there is no such job at the end of the stretch.
     *
     * @param each called for each event read
     */
    public static Optional<Recording> of(EventLog log, JobId id, Stretch stretch, Runnable each) {
        Recorder recorder = new Recorder(id);
        log.read(stretch, fact -> {
            each.run();
            if (fact.event().route().equals(id.route())) {
                recorder.take(fact.event());
            }
        });
        return recorder.hasJob() ? Optional.of(recorder.recording()) : Optional.empty();
    }
}
