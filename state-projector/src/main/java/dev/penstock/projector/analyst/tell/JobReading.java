package dev.penstock.projector.analyst.tell;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one job's story. */
public final class JobReading {
    private JobReading() {}

    /**
     * The story of a job.
     *
     * @param stretch of the job's partition
     * @param lastEvent id of the event after which the story ends; null: at the end of the stretch
     * @param each called for each record read, whatever it is about
     * @throws IllegalArgumentException if the job has no event of that id
     */
    public static JobStory of(EventLog log, Stretch stretch, JobId id, @Nullable String lastEvent, Runnable each) {
        Fold fold = Fold.whole();
        List<Step> steps = new ArrayList<>();
        boolean[] over = {false};
        log.read(stretch, fact -> {
            each.run();
            if (!over[0] && fact.event().key().equals(id.value())) {
                steps.add(fold.step(fact));
                over[0] = fact.event().id().equals(lastEvent);
            }
        });
        if (lastEvent != null && !over[0] && !steps.isEmpty()) {
            throw new IllegalArgumentException("The job " + id + " has no event " + lastEvent + "; it has "
                    + steps.size() + " events, the last is "
                    + steps.get(steps.size() - 1).fact().event().id());
        }
        return new JobStory(id.value(), fold.job(id.value()), steps);
    }
}
