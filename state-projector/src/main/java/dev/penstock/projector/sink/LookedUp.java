package dev.penstock.projector.sink;

import dev.penstock.api.event.Event;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Known;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch needs to know of the rows; its jobs are asked for in one question in place of one for each event. */
final class LookedUp implements Known {
    private final ReadModel model;
    private final int partition;
    private final RecentJobs recent;
    private final Map<MinuteKey, Minute> minutes;
    private Map<JobId, JobView> jobs = Map.of();

    LookedUp(ReadModel model, int partition, RecentJobs recent, Map<MinuteKey, Minute> minutes) {
        this.model = model;
        this.partition = partition;
        this.recent = recent;
        this.minutes = minutes;
    }

    /** Asks for the jobs that the entries are about. One that is submitted is new: nobody has to look for it. */
    LookedUp lookUp(List<LogEntry> entries) {
        Set<JobId> asked = new HashSet<>();
        Set<String> submitted = new HashSet<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Fact fact) {
                String key = fact.event().key();
                Event body = fact.event().body();
                if (body instanceof JobSubmitted) {
                    submitted.add(key);
                } else if (isAboutJob(body) && !submitted.contains(key) && JobId.isValid(key)) {
                    asked.add(new JobId(key));
                }
            }
        }
        asked.removeIf(id -> recent.get(id) != null);
        jobs = asked.isEmpty() ? Map.of() : model.jobs(asked);
        return this;
    }

    private static boolean isAboutJob(Event body) {
        return body instanceof JobEvent || body instanceof Outcome;
    }

    @Override
    public @Nullable JobView job(JobId id) {
        JobView view = recent.get(id);
        return view != null ? view : jobs.get(id);
    }

    @Override
    public @Nullable Minute minute(MinuteKey key) {
        Minute minute = minutes.get(key);
        return minute != null ? minute : model.minutes(partition, Set.of(key)).get(key);
    }
}
