package dev.penstock.processor.decide.fact;

import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.JobId;
import java.util.List;

/** What happens to one job, in order. */
public record Change(JobId job, List<JobEvent> events) {
    public Change {
        events = List.copyOf(events);
    }

    public Change(JobId job, JobEvent... events) {
        this(job, List.of(events));
    }
}
