package dev.penstock.processor.simulate.past;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import java.util.List;
import java.util.Map;

/** Specs without what no decision in a simulation looks at. */
public final class Lean {
    private Lean() {}

    /**
     * Without payload, labels and addressees; and without the rule of a unique job: its key is a secret of the installation, and
     * who was admitted then is admitted again.
     */
    public static JobSpec spec(JobSpec s) {
        return spec(s, s.priority());
    }

    /** The same, in another lane. */
    public static JobSpec spec(JobSpec s, Priority priority) {
        return new JobSpec(
                s.type(),
                s.schemaVersion(),
                Json.EMPTY,
                s.queue(),
                priority,
                null,
                null,
                s.runAt(),
                s.startBefore(),
                null,
                s.origin(),
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                s.limitKey(),
                null,
                null,
                s.overrides(),
                s.batchOf());
    }
}
