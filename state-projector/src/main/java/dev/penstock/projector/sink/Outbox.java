package dev.penstock.projector.sink;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the rows of a partition and not yet published as records. The last word on each job and minute is enough. */
public final class Outbox {
    private Map<JobId, Optional<JobView>> jobs = new LinkedHashMap<>();
    private Map<MinuteKey, Minute> minutes = new LinkedHashMap<>();
    private List<DeadLetter> letters = new ArrayList<>();

    /**
     * What was taken out.
     *
     * @param jobs empty: the job was deleted
     * @param minutes whole figures
     * @param letters what could not be read
     */
    public record Contents(
            Map<JobId, Optional<JobView>> jobs, Map<MinuteKey, Minute> minutes, List<DeadLetter> letters) {
        public boolean isEmpty() {
            return jobs.isEmpty() && minutes.isEmpty() && letters.isEmpty();
        }
    }

    void put(JobId id, Optional<JobView> job) {
        jobs.put(id, job);
    }

    void put(MinuteKey key, Minute minute) {
        minutes.put(key, minute);
    }

    void put(DeadLetter letter) {
        letters.add(letter);
    }

    Contents take() {
        Contents contents = new Contents(jobs, minutes, letters);
        jobs = new LinkedHashMap<>();
        minutes = new LinkedHashMap<>();
        letters = new ArrayList<>();
        return contents;
    }
}
