package dev.penstock.api.lifecycle;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;

/** A submission with another payload. */
public final class Payloads {
    private Payloads() {}

    /** The same job with {@code payload} in place of its own. */
    public static JobSpec replaced(JobSpec s, Json payload) {
        return new JobSpec(
                s.type(),
                s.schemaVersion(),
                payload,
                s.queue(),
                s.priority(),
                s.idempotencyKey(),
                s.unique(),
                s.runAt(),
                s.startBefore(),
                s.runBy(),
                s.origin(),
                s.notifyUser(),
                s.instance(),
                s.batch(),
                s.tags(),
                s.metadata(),
                s.links(),
                s.limitKey(),
                s.subject(),
                s.replyTo(),
                s.overrides());
    }
}
