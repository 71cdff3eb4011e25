package dev.penstock.processor.decide.fact;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a completed or deleted job until its Delete After date, which is also the horizon of idempotency
 * (detail 11, C20).
 *
 * @param id the job
 * @param type its type
 * @param tenant its label
 * @param status the end it reached
 * @param version of its last event
 * @param lifecycle its last lifecycle version
 * @param lease number of the lease that ended it
 * @param submit id of the command that created it
 * @param fingerprint hash of type and payload, to tell a copy from a conflict
 * @param deleteAt its Delete After date
 * @param result of a completed job that somebody awaited, if it is small; for who submits it again
 * @param deleted a person has deleted it; only the name is still taken
 */
public record Stub(
        JobId id,
        String type,
        String tenant,
        Status status,
        long version,
        long lifecycle,
        long lease,
        String submit,
        String fingerprint,
        Instant deleteAt,
        @Nullable Json result,
        boolean deleted) {}
